package io.tallyport.cli;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mapping as it is shown. */
record MappingView(
        String sourceItem,
        @Nullable String sourceSku,
        String targetItem,
        @Nullable String targetSku,
        String origin,
        @Nullable String at,
        @Nullable String actor) {

    static MappingView of(MappingEntry entry) {
        return new MappingView(
                entry.mapping().sourceItem().value(),
                entry.sourceSku().map(Sku::value).orElse(null),
                entry.mapping().targetItem().value(),
                entry.targetSku().map(Sku::value).orElse(null),
                Choices.word(entry.origin()),
                entry.at().map(Instant::toString).orElse(null),
                entry.actor().orElse(null));
    }

    String source() {
        return (sourceSku == null ? "" : sourceSku + " ") + "id:" + sourceItem;
    }

    String target() {
        return (targetSku == null ? "" : targetSku + " ") + "id:" + targetItem;
    }

    /** Mappings under headings. */
    static Table table(Iterable<MappingView> mappings) {
        Table table = Table.of("SOURCE", "TARGET", "ORIGIN", "AT", "BY");
        mappings.forEach(each ->
                table.row(each.source(), each.target(), each.origin(), orDash(each.at()), orDash(each.actor())));
        return table;
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
