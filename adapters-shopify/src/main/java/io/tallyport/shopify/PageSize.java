package io.tallyport.shopify;

import io.tallyport.core.kernel.PortException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * How many rows a query may ask for without costing too much: starts at the most that Shopify takes, halves when told,
 * and remembers. Thread-safe.
 */
final class PageSize {

    /** The most that {@code first} and input arrays take (shopify.dev docs/api/usage/pagination-graphql). */
    static final int LARGEST = 250;

    private final AtomicInteger size = new AtomicInteger(LARGEST);

    int get() {
        return size.get();
    }

    /** Asks for as many as may be, and for half of it again as long as that costs too much. */
    <T> T fit(IntFunction<T> query) {
        while (true) {
            int tried = size.get();
            try {
                return query.apply(tried);
            } catch (PortException.Rejected refused) {
                if (tried == 1 || !refused.context().code().equals(Optional.of(ShopifyErrors.TOO_COSTLY))) {
                    throw refused;
                }
                size.accumulateAndGet(tried / 2, Math::min);
            }
        }
    }
}
