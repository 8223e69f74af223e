package io.tallyport.runtime.mapping;

import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.MappingLine;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.runtime.view.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a line of what stands under its names. */
final class SheetLines {

    private final SheetNames names;

    SheetLines(SheetNames names) {
        this.names = names;
    }

    /**
     * A line.
     *
     * @throws IllegalArgumentException when its origin is none
     */
    MappingLine line(int number, Map<String, String> fields) {
        return new MappingLine(
                number,
                ref(fields, names.sourceItem(), names.sourceSku()),
                ref(fields, names.targetItem(), names.targetSku()),
                text(fields, names.sourceSku()),
                text(fields, names.targetSku()),
                text(fields, "origin").map(SheetLines::origin).orElse(MappingOrigin.PERSON));
    }

    /** An id says more than a SKU, which may be another item's by now. */
    private static Optional<ItemRef> ref(Map<String, String> fields, String item, String sku) {
        return text(fields, item)
                .map(id -> ItemRef.of(new ExternalId(id)))
                .or(() -> text(fields, sku).map(raw -> new ItemRef(Optional.empty(), Optional.of(new Sku(raw)))));
    }

    private static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(Sku::isPresent);
    }

    private static MappingOrigin origin(String word) {
        for (MappingOrigin origin : MappingOrigin.values()) {
            if (word(origin).equals(word.toLowerCase(Locale.ROOT))) {
                return origin;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no origin; there are person, external-id and barcode");
    }

    static String word(MappingOrigin origin) {
        return Words.of(origin);
    }
}
