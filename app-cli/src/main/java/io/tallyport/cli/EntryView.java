package io.tallyport.cli;

import io.tallyport.core.history.SyncEntry;
import org.jspecify.annotations.Nullable;

/** What became of one row of a run, as it is shown. */
record EntryView(
        String at,
        String sku,
        String operation,
        String status,
        @Nullable String before,
        @Nullable String after,
        @Nullable String code,
        String message) {

    static EntryView of(SyncEntry entry) {
        return new EntryView(
                entry.at().toString(),
                entry.entity(),
                entry.operation(),
                entry.status(),
                entry.before().orElse(null),
                entry.after().orElse(null),
                entry.code().orElse(null),
                entry.message());
    }

    static Table table() {
        return Table.of("SKU", "OUTCOME", "CODE", ">OLD", ">NEW", "WHY");
    }

    void addTo(Table table) {
        table.row(
                sku,
                status,
                code == null ? "" : code,
                before == null ? "-" : before,
                after == null ? "-" : after,
                message);
    }
}
