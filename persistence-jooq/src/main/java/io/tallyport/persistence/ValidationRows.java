package io.tallyport.persistence;

import io.tallyport.core.inventory.validation.ValidatedRow;
import io.tallyport.core.inventory.validation.ValidationId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.persistence.schema.tables.records.SyncValidationRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Validated rows as rows of a table. */
final class ValidationRows {

    private static final int UNRANKED = Integer.MAX_VALUE;
    private static final int DECIMALS = 9;
    private static final int LONGEST_SKU = 1000;

    private ValidationRows() {}

    static List<SyncValidationRecord> records(ValidationId id, long firstNumber, List<ValidatedRow> rows) {
        List<SyncValidationRecord> records = new ArrayList<>(rows.size());
        for (ValidatedRow row : rows) {
            records.add(record(id, firstNumber + records.size(), row));
        }
        return records;
    }

    private static SyncValidationRecord record(ValidationId id, long number, ValidatedRow row) {
        SyncValidationRecord to = new SyncValidationRecord();
        to.setValidationId(id.value());
        to.setRowNo(number);
        to.setSortRank(row.rank().orElse(UNRANKED));
        to.setSortSize(row.difference().map(size -> rounded(size).negate()).orElse(BigDecimal.ZERO));
        to.setIsOff(row.isOff());
        to.setSku(row.sku().length() <= LONGEST_SKU ? row.sku() : row.sku().substring(0, LONGEST_SKU));
        to.setTitle(row.title());
        to.setSourceItem(row.sourceItem().map(ExternalId::value).orElse(null));
        to.setTargetItem(row.targetItem().map(ExternalId::value).orElse(null));
        to.setSourceQuantity(row.source().map(ValidationRows::rounded).orElse(null));
        to.setTargetQuantity(row.target().map(ValidationRows::rounded).orElse(null));
        to.setDifference(row.difference().map(ValidationRows::rounded).orElse(null));
        to.setFindings(row.isOff() ? ValidationTexts.flaws(row.flaws()) : null);
        return to;
    }

    private static BigDecimal rounded(Quantity quantity) {
        return quantity.units()
                .setScale(Math.min(DECIMALS, Math.max(0, quantity.units().scale())), RoundingMode.HALF_UP);
    }

    static ValidatedRow row(SyncValidationRecord row) {
        return new ValidatedRow(
                row.getSku(),
                row.getTitle(),
                Optional.ofNullable(row.getSourceItem()).map(ExternalId::new),
                Optional.ofNullable(row.getTargetItem()).map(ExternalId::new),
                quantity(row.getSourceQuantity()),
                quantity(row.getTargetQuantity()),
                quantity(row.getDifference()),
                row.getSortRank() == UNRANKED ? OptionalInt.empty() : OptionalInt.of(row.getSortRank()),
                ValidationTexts.flaws(row.getFindings()));
    }

    private static Optional<Quantity> quantity(@Nullable BigDecimal units) {
        return Optional.ofNullable(units).map(Quantity::new);
    }
}
