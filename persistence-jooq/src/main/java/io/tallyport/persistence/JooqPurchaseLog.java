package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.PURCHASE_ALERT_TURN;
import static io.tallyport.persistence.schema.Tables.PURCHASE_EVENTS;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseLog;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.persistence.schema.tables.records.PurchaseEventsRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Result;

/** What happened to orders as rows that are only added to. */
final class JooqPurchaseLog implements PurchaseLog {

    private static final int ONLY = 1;

    private final Transactions transactions;

    JooqPurchaseLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(PurchaseEvent event) {
        PurchaseEventsRecord row = new PurchaseEventsRecord();
        row.setOrderId(event.order().value());
        row.setAt(event.at().truncatedTo(ChronoUnit.MICROS));
        row.setKind(event.kind().name());
        row.setCode(event.code().orElse(null));
        row.setMessage(event.message());
        row.setActor(event.actor());
        transactions.run("log purchase event", sql -> {
            if (event.kind() == PurchaseEvent.Kind.ALERT) {
                takeTurn(sql);
            }
            sql.insertInto(PURCHASE_EVENTS).set(row).execute();
        });
    }

    /** Alerts get their numbers in the order of their commits: the next one waits until this one has ended. */
    private static void takeTurn(DSLContext sql) {
        int there = more(sql);
        if (there == 0) {
            boolean unused = Upserts.add(sql.insertInto(PURCHASE_ALERT_TURN)
                    .set(PURCHASE_ALERT_TURN.ID, ONLY)
                    .set(PURCHASE_ALERT_TURN.ALERTS, 0L));
            int now = more(sql);
            if (now != 1) {
                throw new IllegalStateException("the turn of alerts is not there");
            }
        }
    }

    private static int more(DSLContext sql) {
        return sql.update(PURCHASE_ALERT_TURN)
                .set(PURCHASE_ALERT_TURN.ALERTS, PURCHASE_ALERT_TURN.ALERTS.plus(1))
                .where(PURCHASE_ALERT_TURN.ID.eq(ONLY))
                .execute();
    }

    @Override
    public List<PurchaseEvent> of(PurchaseOrderId order) {
        return transactions.call(
                "list purchase events",
                sql -> sql.selectFrom(PURCHASE_EVENTS)
                        .where(PURCHASE_EVENTS.ORDER_ID.eq(order.value()))
                        .orderBy(PURCHASE_EVENTS.SEQ)
                        .fetch(JooqPurchaseLog::event));
    }

    @Override
    public Alerts alerts(Optional<Cursor> since, int limit) {
        long after = since.map(at -> Long.parseLong(at.value())).orElse(0L);
        Result<PurchaseEventsRecord> rows = transactions.call(
                "list alerts of purchase orders",
                sql -> sql.selectFrom(PURCHASE_EVENTS)
                        .where(PURCHASE_EVENTS.KIND.eq(PurchaseEvent.Kind.ALERT.name()))
                        .and(PURCHASE_EVENTS.SEQ.gt(after))
                        .orderBy(PURCHASE_EVENTS.SEQ)
                        .limit(limit)
                        .fetch());
        Optional<Cursor> next = rows.isEmpty()
                ? since
                : Optional.of(new Cursor(Long.toString(rows.get(rows.size() - 1).getSeq())));
        return new Alerts(rows.map(JooqPurchaseLog::event), next);
    }

    @Override
    public List<PurchaseEvent> latestAlerts(int limit) {
        return transactions.call(
                "list latest alerts of purchase orders",
                sql -> sql.selectFrom(PURCHASE_EVENTS)
                        .where(PURCHASE_EVENTS.KIND.eq(PurchaseEvent.Kind.ALERT.name()))
                        .orderBy(PURCHASE_EVENTS.KIND.desc(), PURCHASE_EVENTS.SEQ.desc())
                        .limit(limit)
                        .fetch(JooqPurchaseLog::event));
    }

    private static PurchaseEvent event(PurchaseEventsRecord row) {
        return new PurchaseEvent(
                new PurchaseOrderId(row.getOrderId()),
                row.getAt(),
                PurchaseEvent.Kind.valueOf(row.getKind()),
                Optional.ofNullable(row.getCode()),
                row.getMessage(),
                row.getActor());
    }
}
