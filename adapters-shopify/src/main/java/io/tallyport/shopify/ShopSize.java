package io.tallyport.shopify;

import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How large a shop is, and at what time that was.
 *
 * @param mark the platform's own time; what changes from then on is not taken as seen
 * @param variants as far as Shopify counts
 * @param exact whether that is all of them; false as well where Shopify says nothing
 */
record ShopSize(Instant mark, long variants, boolean exact) {

    /** Asks for the size; rejected when there is no such location. */
    static ShopSize of(ShopifyClient client, ExternalId location) {
        return client.read(Document.SIZE, new Queries.Size(location.value()), answer -> {
            Wire.SizeData data = ShopifyClient.data(answer.body(), Wire.SizeData.class);
            LocationGuard.ensureFound(data.location(), location);
            Instant date = answer.date().orElseThrow(() -> ShopifyClient.unreadable("it has no Date header"));
            Wire.Count count = data.productVariantsCount();
            return new ShopSize(date, count == null ? 0 : count.count(), count != null && count.isExact());
        });
    }

    /** All variants there are, where that is known. */
    OptionalLong all() {
        return exact ? OptionalLong.of(variants) : OptionalLong.empty();
    }
}
