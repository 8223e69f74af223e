package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.CatalogueItem;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a catalogue as it is shown. */
record ItemView(
        String item,
        @Nullable String sku,
        String title,
        List<String> barcodes,
        @Nullable String price,
        @Nullable String category,
        String status) {

    static ItemView of(CatalogueItem item) {
        return new ItemView(
                item.item().value(),
                item.sku().map(Sku::value).orElse(null),
                item.label(),
                item.barcodes().stream().sorted().toList(),
                item.price().map(Money::toString).orElse(null),
                item.category().orElse(null),
                Choices.word(item.status()));
    }

    /** Its SKU and its id, for people. */
    String name() {
        return (sku == null ? "(no SKU)" : sku) + " id:" + item;
    }
}
