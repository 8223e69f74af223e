package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.SYNC_VALIDATION;
import static io.tallyport.persistence.schema.Tables.SYNC_VALIDATIONS;

import io.tallyport.core.inventory.validation.ValidatedRow;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationId;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.inventory.validation.ValidationStore;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.SyncValidationsRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;

/** Validations as they are made. */
final class JooqValidationStore implements ValidationStore {

    /** What one statement deletes, so that none of them locks for long. */
    private static final int DELETED = 5000;

    private final Transactions transactions;

    JooqValidationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(ValidationId id, RouteId route, ValidationKind kind, Instant at) {
        SyncValidationsRecord row = new SyncValidationsRecord();
        row.setId(id.value());
        row.setRouteId(route.value());
        row.setKind(kind.name());
        row.setStartedAt(at);
        row.setRowCount(0L);
        row.setOffCount(0L);
        row.setCompared(0L);
        row.setEqualCount(0L);
        transactions.run(
                "begin validation",
                sql -> sql.insertInto(SYNC_VALIDATIONS).set(row).execute());
    }

    @Override
    public void add(ValidationId id, long firstNumber, List<ValidatedRow> rows) {
        transactions.run("add validated rows", sql -> {
            long number = firstNumber;
            for (List<ValidatedRow> part : Chunks.of(rows).toList()) {
                long from = number;
                sql.insertInto(SYNC_VALIDATION)
                        .columns(SYNC_VALIDATION.fields())
                        .valuesOfRecords(ValidationRows.records(id, from, part))
                        .execute();
                number += part.size();
            }
        });
    }

    @Override
    public void end(Validation validation) {
        transactions.run(
                "end validation",
                sql -> sql.update(SYNC_VALIDATIONS)
                        .set(SYNC_VALIDATIONS.FINISHED_AT, validation.finished())
                        .set(SYNC_VALIDATIONS.READ_EXTENTS, ValidationTexts.reads(validation.reads()))
                        .set(SYNC_VALIDATIONS.ROW_COUNT, validation.rows())
                        .set(SYNC_VALIDATIONS.OFF_COUNT, validation.off())
                        .set(SYNC_VALIDATIONS.COMPARED, validation.compared())
                        .set(SYNC_VALIDATIONS.EQUAL_COUNT, validation.equal())
                        .set(SYNC_VALIDATIONS.COUNTS, ValidationTexts.counts(validation.byFlaw()))
                        .set(SYNC_VALIDATIONS.NOTES, String.join("\n", validation.notes()))
                        .where(SYNC_VALIDATIONS.ID.eq(validation.id().value()))
                        .execute());
    }

    /** In many small transactions: whoever is cut off between them leaves something to the next. */
    @Override
    public void prune(RouteId route, ValidationKind kind, int keep) {
        outdated(route, kind, keep).forEach(this::delete);
    }

    private List<String> outdated(RouteId route, ValidationKind kind, int keep) {
        Condition same = SYNC_VALIDATIONS.ROUTE_ID.eq(route.value()).and(SYNC_VALIDATIONS.KIND.eq(kind.name()));
        return transactions.call("find outdated validations", sql -> {
            List<Instant> kept = sql.select(SYNC_VALIDATIONS.STARTED_AT)
                    .from(SYNC_VALIDATIONS)
                    .where(same)
                    .and(SYNC_VALIDATIONS.FINISHED_AT.isNotNull())
                    .orderBy(SYNC_VALIDATIONS.STARTED_AT.desc(), SYNC_VALIDATIONS.ID.desc())
                    .limit(keep)
                    .fetch(SYNC_VALIDATIONS.STARTED_AT);
            return kept.size() < keep
                    ? List.<String>of()
                    : List.copyOf(sql.select(SYNC_VALIDATIONS.ID)
                            .from(SYNC_VALIDATIONS)
                            .where(same)
                            .and(SYNC_VALIDATIONS.STARTED_AT.lt(kept.get(keep - 1)))
                            .fetch(SYNC_VALIDATIONS.ID));
        });
    }

    /** In parts by number, since the databases do not delete some of many rows in the same way. */
    private void delete(String id) {
        long last = transactions.call(
                "find last validated row",
                sql -> sql.select(SYNC_VALIDATION.ROW_NO)
                        .from(SYNC_VALIDATION)
                        .where(SYNC_VALIDATION.VALIDATION_ID.eq(id))
                        .orderBy(SYNC_VALIDATION.ROW_NO.desc())
                        .limit(1)
                        .fetchOptional(SYNC_VALIDATION.ROW_NO)
                        .orElse(0L));
        for (long upTo = DELETED; upTo < last + DELETED; upTo += DELETED) {
            long end = upTo;
            transactions.run(
                    "delete validated rows",
                    sql -> sql.deleteFrom(SYNC_VALIDATION)
                            .where(SYNC_VALIDATION.VALIDATION_ID.eq(id))
                            .and(SYNC_VALIDATION.ROW_NO.le(end))
                            .execute());
        }
        transactions.run(
                "delete validation",
                sql -> sql.deleteFrom(SYNC_VALIDATIONS)
                        .where(SYNC_VALIDATIONS.ID.eq(id))
                        .execute());
    }
}
