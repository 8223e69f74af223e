package io.tallyport.shopify;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a location exists: asked for an unknown one, Shopify answers that no item has a level there, which must
 * not be taken for the truth.
 */
record LocationGuard(ConnectionId connection) {

    /** Rejects an id that cannot be a location's, before anything is sent. */
    void check(Document document, ExternalId location) {
        if (!Gid.LOCATION.fits(location)) {
            throw rejected(document, ShopifyErrors.UNKNOWN_LOCATION, "no location has the id \"" + location + "\"");
        }
    }

    /** Returns {@code found}; inside the reading of an answer, a null one is a rejection. */
    static <T> T ensureFound(@Nullable T found, ExternalId location) {
        if (found == null) {
            throw Problem.of(
                            Problem.Kind.REJECTED,
                            "the shop has no location " + location,
                            ShopifyErrors.UNKNOWN_LOCATION)
                    .asException();
        }
        return found;
    }

    PortException.Rejected rejected(Document document, ErrorCode code, String message) {
        return new PortException.Rejected(
                FailureContext.of(document.operation()).on(connection).withCode(code), message);
    }
}
