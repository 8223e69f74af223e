package io.tallyport.shopify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockWrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of {@code inventorySetQuantities}, in a fixed order of fields: key and variables belong together.
 *
 * <p>Nulls are written out: since 2026-04 {@code changeFromQuantity} must be there, and null says "do not compare".
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SetInput(String name, String reason, String referenceDocumentUri, List<Line> quantities) {

    /** Why Shopify's history says the level changed. */
    private static final String CORRECTION = "correction";

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String inventoryItemId,
            String locationId,
            int quantity,
            @Nullable Integer changeFromQuantity) {}

    /** All variables of the request. */
    record Variables(SetInput input, String key) {}

    /**
     * The input for {@code write}.
     *
     * @throws ArithmeticException when a quantity is not a GraphQL Int
     */
    static SetInput of(StockWrite write) {
        String location = write.location().value();
        List<Line> lines = write.lines().stream()
                .map(line -> new Line(
                        line.item().value(), location, Math.toIntExact(line.to()), Math.toIntExact(line.from())))
                .toList();
        return new SetInput(nameOf(write.figure()), CORRECTION, write.reference(), lines);
    }

    private static String nameOf(StockFigure figure) {
        return figure == StockFigure.ON_HAND ? StockMapper.ON_HAND : StockMapper.AVAILABLE;
    }
}
