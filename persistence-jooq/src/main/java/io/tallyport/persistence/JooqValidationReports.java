package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.SYNC_VALIDATION;
import static io.tallyport.persistence.schema.Tables.SYNC_VALIDATIONS;

import io.tallyport.core.inventory.validation.ValidatedRow;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationId;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.inventory.validation.ValidationReports;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.SyncValidationRecord;
import io.tallyport.persistence.schema.tables.records.SyncValidationsRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Validations that have ended, their rows in pages by key, each a statement of its own. */
final class JooqValidationReports implements ValidationReports {

    private static final int PAGE = 1000;

    private final Transactions transactions;

    JooqValidationReports(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Validation> find(ValidationId id) {
        return transactions.call(
                "find validation",
                sql -> sql.selectFrom(SYNC_VALIDATIONS)
                        .where(SYNC_VALIDATIONS.ID.eq(id.value()))
                        .and(SYNC_VALIDATIONS.FINISHED_AT.isNotNull())
                        .fetchOptional(JooqValidationReports::validation));
    }

    @Override
    public List<Validation> of(RouteId route) {
        return transactions.call(
                "list validations",
                sql -> sql.selectFrom(SYNC_VALIDATIONS)
                        .where(SYNC_VALIDATIONS.ROUTE_ID.eq(route.value()))
                        .and(SYNC_VALIDATIONS.FINISHED_AT.isNotNull())
                        .orderBy(SYNC_VALIDATIONS.STARTED_AT.desc(), SYNC_VALIDATIONS.ID.desc())
                        .fetch(JooqValidationReports::validation));
    }

    private static Validation validation(SyncValidationsRecord row) {
        return new Validation(
                new ValidationId(row.getId()),
                new RouteId(row.getRouteId()),
                ValidationKind.valueOf(row.getKind()),
                row.getStartedAt(),
                Objects.requireNonNull(row.getFinishedAt()),
                ValidationTexts.reads(row.getReadExtents()),
                row.getRowCount(),
                row.getOffCount(),
                row.getCompared(),
                row.getEqualCount(),
                ValidationTexts.counts(row.getCounts()),
                ValidationTexts.lines(row.getNotes()));
    }

    @Override
    public void rows(ValidationId id, boolean offOnly, Consumer<ValidatedRow> each) {
        SyncValidationRecord last = null;
        List<SyncValidationRecord> page;
        do {
            page = page(id, offOnly, last);
            page.forEach(row -> each.accept(ValidationRows.row(row)));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private List<SyncValidationRecord> page(ValidationId id, boolean offOnly, @Nullable SyncValidationRecord after) {
        Condition wanted = SYNC_VALIDATION.VALIDATION_ID.eq(id.value());
        if (offOnly) {
            wanted = wanted.and(SYNC_VALIDATION.IS_OFF.eq(true));
        }
        Condition from = after == null ? wanted : wanted.and(behind(after));
        return transactions.call(
                "read validated rows",
                sql -> List.copyOf(sql.selectFrom(SYNC_VALIDATION)
                        .where(from)
                        .orderBy(SYNC_VALIDATION.SORT_RANK, SYNC_VALIDATION.SORT_SIZE, SYNC_VALIDATION.ROW_NO)
                        .limit(PAGE)
                        .fetch()));
    }

    private static Condition behind(SyncValidationRecord last) {
        Condition sameRank = SYNC_VALIDATION.SORT_RANK.eq(last.getSortRank());
        return DSL.or(
                SYNC_VALIDATION.SORT_RANK.gt(last.getSortRank()),
                sameRank.and(SYNC_VALIDATION.SORT_SIZE.gt(last.getSortSize())),
                sameRank.and(SYNC_VALIDATION.SORT_SIZE.eq(last.getSortSize()))
                        .and(SYNC_VALIDATION.ROW_NO.gt(last.getRowNo())));
    }
}
