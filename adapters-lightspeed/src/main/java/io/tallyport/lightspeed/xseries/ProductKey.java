package io.tallyport.lightspeed.xseries;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of products: UUIDs in their full form, of a version that is not to be looked at. */
final class ProductKey {

    private static final int LENGTH = 36;

    private ProductKey() {}

    /** Empty for what is no such id. */
    static Optional<UUID> of(@Nullable String id) {
        if (id == null || id.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
