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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

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
        List<Condition> behind = List.of(DSL.noCondition());
        List<SyncValidationRecord> page;
        do {
            page = page(id, offOnly, behind);
            page.forEach(row -> each.accept(ValidationRows.row(row)));
            if (!page.isEmpty()) {
                SyncValidationRecord last = page.get(page.size() - 1);
                behind = Keyset.behind(SYNC_VALIDATION.SORT_RANK, last.getSortRank())
                        .then(SYNC_VALIDATION.SORT_SIZE, last.getSortSize())
                        .then(SYNC_VALIDATION.ROW_NO, last.getRowNo())
                        .parts();
            }
        } while (page.size() == PAGE);
    }

    private List<SyncValidationRecord> page(ValidationId id, boolean offOnly, List<Condition> behind) {
        Condition wanted = SYNC_VALIDATION.VALIDATION_ID.eq(id.value());
        Condition fitting = offOnly ? wanted.and(SYNC_VALIDATION.IS_OFF.eq(true)) : wanted;
        List<Field<?>> order = new ArrayList<>(List.of(SYNC_VALIDATION.VALIDATION_ID));
        if (offOnly) {
            order.add(SYNC_VALIDATION.IS_OFF);
        }
        order.addAll(List.of(SYNC_VALIDATION.SORT_RANK, SYNC_VALIDATION.SORT_SIZE, SYNC_VALIDATION.ROW_NO));
        return transactions.call(
                "read validated rows",
                sql -> Keyset.page(
                        PAGE,
                        behind,
                        (part, size) -> sql.selectFrom(SYNC_VALIDATION)
                                .where(fitting)
                                .and(part)
                                .orderBy(order)
                                .limit(size)
                                .fetch()));
    }
}
