package io.tallyport.persistence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a database says about itself.
 *
 * @param product such as {@code MariaDB}
 * @param productVersion in the product's words
 * @param url without user, password and parameters
 * @param schemaVersion of the newest migration applied; empty before the first
 * @param pending migrations that have not been applied, oldest first, such as {@code 002 history}
 * @param bytes what it takes on the disk; empty where it is not told
 */
public record DatabaseInfo(
        String product,
        String productVersion,
        String url,
        Optional<String> schemaVersion,
        List<String> pending,
        OptionalLong bytes) {

    public DatabaseInfo {
        pending = List.copyOf(pending);
    }
}
