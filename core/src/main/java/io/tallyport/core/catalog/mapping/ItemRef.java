package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;

/**
 * How a person names an item: by its SKU, or by its id at the platform as {@code id:123}.
 *
 * @param item empty where it is named by its SKU
 * @param sku empty where it is named by its id
 */
public record ItemRef(Optional<ExternalId> item, Optional<Sku> sku) {

    private static final String ID = "id:";

    /**
     * Reads what a person typed.
     *
     * @throws IllegalArgumentException for a blank name
     */
    public static ItemRef parse(String text) {
        return text.startsWith(ID)
                ? new ItemRef(
                        Optional.of(new ExternalId(text.substring(ID.length()).strip())), Optional.empty())
                : new ItemRef(Optional.empty(), Optional.of(new Sku(text)));
    }

    /** Names an item by its id. */
    public static ItemRef of(ExternalId item) {
        return new ItemRef(Optional.of(item), Optional.empty());
    }

    @Override
    public String toString() {
        return item.map(id -> ID + id).orElseGet(() -> sku.orElseThrow().value());
    }
}
