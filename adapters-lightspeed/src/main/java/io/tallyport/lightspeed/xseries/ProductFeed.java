package io.tallyport.lightspeed.xseries;

import io.tallyport.remote.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Products, which all versions tell alike. Thread-safe. */
final class ProductFeed {

    private final ApiVersion version;
    private final XSeriesClient client;

    ProductFeed(ApiVersion version, XSeriesClient client) {
        this.version = version;
        this.client = client;
    }

    ApiVersion version() {
        return version;
    }

    /** Products changed after a version, oldest change first; deleted ones are left out by the platform. */
    VersionPage<ProductWire> page(long after, int size) {
        return page(after, size, false);
    }

    /** The same, with those that were deleted if {@code deletedToo}. */
    VersionPage<ProductWire> page(long after, int size, boolean deletedToo) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("page_size", size);
        if (deletedToo) {
            parameters.put("deleted", true);
        }
        return client.get("products.list", version, "products", parameters, body -> {
            VersionPage<ProductWire> page = Wire.enveloped(body, ProductWire.class, version, after);
            page.rows().forEach(ProductFeed::check);
            return page;
        });
    }

    ProductWire one(UUID product) {
        return client.get("products.one", version, "products/" + product, Map.of(), body -> {
            ProductWire found = Wire.data(body, ProductWire.class, version);
            check(found);
            return found;
        });
    }

    static void check(ProductWire product) {
        if (ProductKey.of(product.id()).isEmpty()) {
            throw Problem.unreadable("a product came without an id that is a UUID")
                    .asException();
        }
    }
}
