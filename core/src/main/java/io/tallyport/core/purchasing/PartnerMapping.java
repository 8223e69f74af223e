package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;

/**
 * A person's word that a name of ours is this at the platform.
 *
 * @param name as orders have it, letter case kept; of an ITEM the SKU
 */
public record PartnerMapping(ConnectionId connection, PartnerKind kind, String name, ExternalId remote) {

    public PartnerMapping {
        name = name.strip();
        if (name.isEmpty() || name.length() > OrderDraft.TEXT) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + OrderDraft.TEXT + " characters, got \"" + name + "\"");
        }
    }
}
