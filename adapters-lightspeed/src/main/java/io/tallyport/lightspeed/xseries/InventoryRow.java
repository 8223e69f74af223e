package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A product's stock at one outlet, whichever contract told it.
 *
 * @param id the product's id as it came
 * @param deleted whether there is no stock row any more
 * @param level empty where the platform did not say: a missing figure is not zero
 */
record InventoryRow(String id, UUID product, String outlet, boolean deleted, Optional<Quantity> level) {

    /** Beyond this a figure is no count of goods, and would not fit where millions of them are kept. */
    private static final int MOST_DIGITS = 18;

    /**
     * The rows of a page.
     *
     * @param figure where the contract of {@code version} has the level
     * @throws io.tallyport.remote.ProblemException when no row has it there: another contract answered
     */
    static List<InventoryRow> all(
            List<InventoryWire> rows, ApiVersion version, Function<InventoryWire, @Nullable BigDecimal> figure) {
        boolean told = rows.isEmpty() || rows.stream().map(figure).anyMatch(Objects::nonNull);
        if (!told) {
            throw Wire.mismatch(version, "the rows of inventory have no level where this version has it")
                    .asException();
        }
        return rows.stream().map(row -> of(row, figure.apply(row))).toList();
    }

    private static InventoryRow of(InventoryWire row, @Nullable BigDecimal level) {
        String id = row.productId();
        String outlet = row.outletId();
        UUID product = ProductKey.of(id).orElseThrow(() -> unusable("product_id that is a UUID"));
        if (id == null || outlet == null || outlet.isBlank()) {
            throw unusable("outlet_id");
        }
        return new InventoryRow(
                id,
                product,
                outlet,
                row.deletedAt() != null && !row.deletedAt().isBlank(),
                Optional.ofNullable(level).map(InventoryRow::plausible));
    }

    private static Quantity plausible(BigDecimal level) {
        boolean small = Math.abs((long) level.scale()) <= MOST_DIGITS && level.precision() <= 2 * MOST_DIGITS;
        if (small) {
            Quantity quantity = new Quantity(level);
            if (quantity.units().precision() <= MOST_DIGITS) {
                return quantity;
            }
        }
        throw Problem.unreadable("a level of inventory is not a number that goods can have")
                .asException();
    }

    private static RuntimeException unusable(String missing) {
        return Problem.unreadable("a row of inventory came without " + missing).asException();
    }
}
