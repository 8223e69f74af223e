package io.tallyport.shopify;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.AccessMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which access scopes the app must have (shopify.dev docs/api/usage/access-scopes). */
final class Scopes {

    private static final List<String> TO_READ = List.of("read_products", "read_inventory", "read_locations");
    private static final String TO_WRITE = "write_inventory";

    private Scopes() {}

    /** What reading needs, in words. */
    static String toRead() {
        return String.join(", ", TO_READ);
    }

    /** What is missing among {@code granted}, in words; the right to write is asked for where we may write. */
    static List<String> missing(Set<String> granted, AccessMode mode) {
        return needed(mode).stream()
                .filter(scope -> !granted.contains(scope) && !granted.contains(writing(scope)))
                .map(scope -> "the app lacks the access scope " + scope)
                .toList();
    }

    /** What is asked for, and then needed. */
    static List<String> needed(AccessMode mode) {
        List<String> needed = new ArrayList<>(TO_READ);
        if (mode.allows(Access.WRITE)) {
            needed.add(TO_WRITE);
        }
        return needed;
    }

    /** The right to write a thing holds the right to read it. */
    private static String writing(String scope) {
        return scope.replaceFirst("^read_", "write_");
    }
}
