package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.PURCHASE_DISCREPANCIES;

import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.Discrepancy;
import io.tallyport.core.purchasing.DiscrepancyStore;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.persistence.schema.tables.records.PurchaseDiscrepanciesRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Discrepancies as rows; the unique live key sees to it that one is open for each order, kind and item. */
final class JooqDiscrepancies implements DiscrepancyStore {

    private final Transactions transactions;

    JooqDiscrepancies(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Discrepancy> settle(PurchaseOrderId order, List<Discrepancy> present, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return transactions.call("settle discrepancies", sql -> {
            Map<String, Discrepancy> left = new LinkedHashMap<>();
            present.forEach(one -> left.put(key(one), one));
            for (PurchaseDiscrepanciesRecord row : sql.selectFrom(PURCHASE_DISCREPANCIES)
                    .where(PURCHASE_DISCREPANCIES.ORDER_ID.eq(order.value()))
                    .and(PURCHASE_DISCREPANCIES.LIVE_KEY.isNotNull())
                    .orderBy(PURCHASE_DISCREPANCIES.SEQ)
                    .fetch()) {
                keepOrClose(sql, row, Optional.ofNullable(left.remove(row.getLiveKey())), at);
            }
            List<Discrepancy> opened = new ArrayList<>();
            left.values().stream().filter(one -> open(sql, one, at)).forEach(opened::add);
            return opened;
        });
    }

    private static void keepOrClose(
            DSLContext sql, PurchaseDiscrepanciesRecord row, Optional<Discrepancy> still, Instant at) {
        PurchaseDiscrepanciesRecord change = new PurchaseDiscrepanciesRecord();
        still.ifPresentOrElse(
                one -> {
                    change.setExpected(one.expected());
                    change.setFound(one.found());
                },
                () -> {
                    change.setLiveKey(null);
                    change.setClosedAt(at);
                });
        sql.update(PURCHASE_DISCREPANCIES)
                .set(change)
                .where(PURCHASE_DISCREPANCIES.SEQ.eq(row.getSeq()))
                .execute();
    }

    private static boolean open(DSLContext sql, Discrepancy one, Instant at) {
        PurchaseDiscrepanciesRecord row = new PurchaseDiscrepanciesRecord();
        row.setLiveKey(key(one));
        row.setOrderId(one.order().value());
        row.setKind(one.kind().name());
        row.setSku(one.sku().map(Sku::value).orElse(null));
        row.setItem(one.item().value());
        row.setExpected(one.expected());
        row.setFound(one.found());
        row.setOpenedAt(at);
        return Upserts.add(sql.insertInto(PURCHASE_DISCREPANCIES).set(row));
    }

    private static String key(Discrepancy one) {
        return Basis.of(one.order().value(), one.kind().name(), one.item().value());
    }

    @Override
    public List<Kept> of(PurchaseOrderId order) {
        return transactions.call(
                "list discrepancies",
                sql -> sql.selectFrom(PURCHASE_DISCREPANCIES)
                        .where(PURCHASE_DISCREPANCIES.ORDER_ID.eq(order.value()))
                        .orderBy(PURCHASE_DISCREPANCIES.SEQ)
                        .fetch(JooqDiscrepancies::kept));
    }

    @Override
    public List<Kept> open(int limit) {
        return transactions.call(
                "list open discrepancies",
                sql -> sql.selectFrom(PURCHASE_DISCREPANCIES)
                        .where(PURCHASE_DISCREPANCIES.LIVE_KEY.isNotNull())
                        .orderBy(PURCHASE_DISCREPANCIES.SEQ)
                        .limit(limit)
                        .fetch(JooqDiscrepancies::kept));
    }

    private static Kept kept(PurchaseDiscrepanciesRecord row) {
        return new Kept(
                new Discrepancy(
                        new PurchaseOrderId(row.getOrderId()),
                        Discrepancy.Kind.valueOf(row.getKind()),
                        Optional.ofNullable(row.getSku()).map(Sku::new),
                        new ExternalId(row.getItem()),
                        row.getExpected(),
                        row.getFound()),
                row.getOpenedAt(),
                Optional.ofNullable(row.getClosedAt()));
    }
}
