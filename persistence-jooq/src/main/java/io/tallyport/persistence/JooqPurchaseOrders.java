package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.PURCHASE_LINES;
import static io.tallyport.persistence.schema.Tables.PURCHASE_NUMBERS;
import static io.tallyport.persistence.schema.Tables.PURCHASE_ORDERS;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseOrderStore;
import io.tallyport.persistence.schema.tables.records.PurchaseLinesRecord;
import io.tallyport.persistence.schema.tables.records.PurchaseOrdersRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Purchase orders as rows; the row count of the guarded UPDATE is the answer. */
final class JooqPurchaseOrders implements PurchaseOrderStore {

    private static final String ADD = "add purchase order";
    private static final int PAGE = 100;

    private final Transactions transactions;

    JooqPurchaseOrders(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public PurchaseOrder add(OrderDraft draft, String actor, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return transactions.call(ADD, sql -> {
            PurchaseOrderId id = draft.id().orElseGet(() -> next(sql, at));
            PurchaseOrder order = PurchaseOrder.of(id, draft, actor, at);
            if (!Upserts.add(sql.insertInto(PURCHASE_ORDERS).set(PurchaseRows.row(order)))) {
                throw new PortException.Conflict(
                        FailureContext.of(ADD), "there is a purchase order " + id + " already");
            }
            writeLines(sql, id, List.of(), order.lines());
            return order;
        });
    }

    private static PurchaseOrderId next(DSLContext sql, Instant now) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        PurchaseOrderId id;
        do {
            id = PurchaseOrderId.of(year, number(sql, year));
        } while (sql.fetchExists(PURCHASE_ORDERS, PURCHASE_ORDERS.ORDER_ID.eq(id.value())));
        return id;
    }

    /** The row's lock is held until the order is there: who asks meanwhile waits, and gets the next. */
    private static long number(DSLContext sql, int year) {
        if (count(sql, year) == 0) {
            boolean unused = Upserts.add(sql.insertInto(PURCHASE_NUMBERS)
                    .set(PURCHASE_NUMBERS.ORDER_YEAR, year)
                    .set(PURCHASE_NUMBERS.LAST_NUMBER, 0L));
            count(sql, year);
        }
        return sql.select(PURCHASE_NUMBERS.LAST_NUMBER)
                .from(PURCHASE_NUMBERS)
                .where(PURCHASE_NUMBERS.ORDER_YEAR.eq(year))
                .fetchSingle(PURCHASE_NUMBERS.LAST_NUMBER);
    }

    private static int count(DSLContext sql, int year) {
        return sql.update(PURCHASE_NUMBERS)
                .set(PURCHASE_NUMBERS.LAST_NUMBER, PURCHASE_NUMBERS.LAST_NUMBER.plus(1))
                .where(PURCHASE_NUMBERS.ORDER_YEAR.eq(year))
                .execute();
    }

    @Override
    public Optional<PurchaseOrder> find(PurchaseOrderId id) {
        return transactions.call(
                "find purchase order",
                sql -> sql.selectFrom(PURCHASE_ORDERS)
                        .where(PURCHASE_ORDERS.ORDER_ID.eq(id.value()))
                        .fetchOptional(row -> PurchaseRows.order(row, lines(sql, id))));
    }

    private static List<PurchaseLine> lines(DSLContext sql, PurchaseOrderId id) {
        return sql.selectFrom(PURCHASE_LINES)
                .where(PURCHASE_LINES.ORDER_ID.eq(id.value()))
                .orderBy(PURCHASE_LINES.LINE_NO)
                .fetch(PurchaseRows::line);
    }

    @Override
    public Optional<PurchaseOrder> replace(PurchaseOrder order, Instant now) {
        PurchaseOrder stored = order.stored(order.revision() + 1, now.truncatedTo(ChronoUnit.MICROS));
        return transactions.call("change purchase order", sql -> {
            boolean won = sql.update(PURCHASE_ORDERS)
                            .set(PurchaseRows.row(stored))
                            .where(PURCHASE_ORDERS.ORDER_ID.eq(order.id().value()))
                            .and(PURCHASE_ORDERS.REVISION.eq(order.revision()))
                            .execute()
                    == 1;
            if (!won) {
                return Optional.empty();
            }
            writeLines(sql, order.id(), lines(sql, order.id()), order.lines());
            return Optional.of(stored);
        });
    }

    /** Writes what differs alone: a sync stores an order some times, and its lines hardly ever change. */
    private static void writeLines(
            DSLContext sql, PurchaseOrderId id, List<PurchaseLine> before, List<PurchaseLine> now) {
        List<PurchaseLinesRecord> changed = new ArrayList<>();
        List<PurchaseLinesRecord> added = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (i >= before.size()) {
                added.add(PurchaseRows.row(id, i + 1, now.get(i)));
            } else if (!before.get(i).equals(now.get(i))) {
                changed.add(PurchaseRows.row(id, i + 1, now.get(i)));
            }
        }
        if (before.size() > now.size()) {
            sql.deleteFrom(PURCHASE_LINES)
                    .where(PURCHASE_LINES.ORDER_ID.eq(id.value()))
                    .and(PURCHASE_LINES.LINE_NO.gt(now.size()))
                    .execute();
        }
        Chunks.of(added).forEach(part -> sql.batchInsert(part).execute());
        Chunks.of(changed)
                .forEach(part -> sql.batch(part.stream()
                                .map(row -> sql.update(PURCHASE_LINES)
                                        .set(row)
                                        .where(PURCHASE_LINES.ORDER_ID.eq(row.getOrderId()))
                                        .and(PURCHASE_LINES.LINE_NO.eq(row.getLineNo())))
                                .toList())
                        .execute());
    }

    @Override
    public Page<PurchaseOrder> list(OrderFilter filter, Optional<Cursor> cursor) {
        long after = cursor.map(at -> Long.parseLong(at.value())).orElse(0L);
        Condition which = which(filter);
        return transactions.call("list purchase orders", sql -> {
            Result<PurchaseOrdersRecord> rows = sql.selectFrom(PURCHASE_ORDERS)
                    .where(which)
                    .and(PURCHASE_ORDERS.SEQ.gt(after))
                    .orderBy(PURCHASE_ORDERS.SEQ)
                    .limit(PAGE + 1)
                    .fetch();
            List<PurchaseOrder> orders = orders(sql, rows.subList(0, Math.min(PAGE, rows.size())));
            return rows.size() > PAGE
                    ? Page.withNext(
                            orders, new Cursor(Long.toString(rows.get(PAGE - 1).getSeq())))
                    : Page.last(orders, sql.fetchCount(PURCHASE_ORDERS, which));
        });
    }

    private static List<PurchaseOrder> orders(DSLContext sql, List<PurchaseOrdersRecord> rows) {
        List<String> ids = rows.stream().map(PurchaseOrdersRecord::getOrderId).toList();
        Map<String, Result<PurchaseLinesRecord>> lines = ids.isEmpty()
                ? Map.of()
                : sql.selectFrom(PURCHASE_LINES)
                        .where(Lookups.isOneOf(PURCHASE_LINES.ORDER_ID, ids))
                        .orderBy(PURCHASE_LINES.ORDER_ID, PURCHASE_LINES.LINE_NO)
                        .fetchGroups(PURCHASE_LINES.ORDER_ID);
        return rows.stream()
                .map(row -> PurchaseRows.order(
                        row,
                        Optional.ofNullable(lines.get(row.getOrderId()))
                                .map(own -> own.map(PurchaseRows::line))
                                .orElseGet(List::of)))
                .toList();
    }

    private static Condition which(OrderFilter filter) {
        List<Condition> all = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            all.add(PURCHASE_ORDERS.STATE.in(
                    filter.states().stream().map(Enum::name).sorted().toList()));
        }
        filter.connection().ifPresent(id -> all.add(PURCHASE_ORDERS.CONNECTION_ID.eq(id.value())));
        filter.consignment().ifPresent(id -> all.add(PURCHASE_ORDERS.CONSIGNMENT.eq(id.value())));
        filter.syncDue().ifPresent(due -> all.add(PURCHASE_ORDERS.SYNC_DUE.eq(due)));
        filter.held()
                .ifPresent(held ->
                        all.add(held ? PURCHASE_ORDERS.HOLD_CODE.isNotNull() : PURCHASE_ORDERS.HOLD_CODE.isNull()));
        if (!filter.deleted()) {
            all.add(PURCHASE_ORDERS.DELETED_AT.isNull());
        }
        return DSL.and(all);
    }
}
