package io.tallyport.cli;

import io.tallyport.persistence.DatabaseInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database as it is shown; never its user or password. */
record DatabaseView(
        String product,
        String productVersion,
        String url,
        @Nullable String schemaVersion,
        List<String> pendingMigrations,
        @Nullable Long bytes) {

    static DatabaseView of(DatabaseInfo info) {
        return new DatabaseView(
                info.product(),
                info.productVersion(),
                info.url(),
                info.schemaVersion().orElse(null),
                info.pending(),
                info.bytes().isPresent() ? info.bytes().getAsLong() : null);
    }

    List<Screen.Fact> facts() {
        return List.of(
                new Screen.Fact("product", product + " " + productVersion),
                new Screen.Fact("url", url),
                new Screen.Fact("schema", schemaVersion == null ? "none yet" : "version " + schemaVersion),
                new Screen.Fact("pending", pendingMigrations.isEmpty() ? "none" : String.join(", ", pendingMigrations)),
                new Screen.Fact("size", bytes == null ? "not told" : bytes / 1024 + " KiB"));
    }
}
