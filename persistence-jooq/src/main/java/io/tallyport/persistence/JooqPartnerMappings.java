package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.PURCHASE_PARTNERS;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.persistence.schema.tables.records.PurchasePartnersRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** What names stand for, one row for each name. */
final class JooqPartnerMappings implements PartnerMappingStore {

    private final Transactions transactions;

    JooqPartnerMappings(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(PartnerMapping mapping) {
        PurchasePartnersRecord row = new PurchasePartnersRecord(
                mapping.connection().value(),
                mapping.kind().name(),
                mapping.name(),
                mapping.remote().value());
        transactions.run("map partner", sql -> Upserts.put(sql, row));
    }

    @Override
    public boolean remove(ConnectionId connection, PartnerKind kind, String name) {
        return transactions.call(
                "remove partner",
                sql -> sql.deleteFrom(PURCHASE_PARTNERS)
                                .where(is(connection, kind, name))
                                .execute()
                        == 1);
    }

    @Override
    public Optional<ExternalId> find(ConnectionId connection, PartnerKind kind, String name) {
        return transactions.call(
                "find partner",
                sql -> sql.selectFrom(PURCHASE_PARTNERS)
                        .where(is(connection, kind, name))
                        .fetchOptional(row -> new ExternalId(row.getRemote())));
    }

    @Override
    public List<PartnerMapping> of(ConnectionId connection) {
        return transactions.call(
                "list partners",
                sql -> sql.selectFrom(PURCHASE_PARTNERS)
                        .where(PURCHASE_PARTNERS.CONNECTION_ID.eq(connection.value()))
                        .orderBy(PURCHASE_PARTNERS.KIND, PURCHASE_PARTNERS.NAME)
                        .fetch(row -> new PartnerMapping(
                                connection,
                                PartnerKind.valueOf(row.getKind()),
                                row.getName(),
                                new ExternalId(row.getRemote()))));
    }

    private static Condition is(ConnectionId connection, PartnerKind kind, String name) {
        return PURCHASE_PARTNERS
                .CONNECTION_ID
                .eq(connection.value())
                .and(PURCHASE_PARTNERS.KIND.eq(kind.name()))
                .and(PURCHASE_PARTNERS.NAME.eq(name.strip()));
    }
}
