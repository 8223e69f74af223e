package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** More rows than a listing gives. */
class ShopifyBulkLargeTest {

    private static final int SIZE = 26_000;

    @Test
    void aBulkReadDoesNotEndWhereAListingDoes() throws IOException {
        try (BulkShop bulk = new BulkShop(TestShop.of(SIZE))) {
            JsonNode operation = bulk.finished("{ inventoryItems { edges { node { id sku inventoryLevels {"
                    + " edges { node { id quantities(names: [\"available\"]) { quantity } } } } } } } }");
            long lines =
                    lines(BulkShop.download(bulk.fetch(operation.path("url").asText())));
            assertThat(operation.path("rootObjectCount").asInt()).isEqualTo(SIZE);
            assertThat(lines)
                    .isGreaterThanOrEqualTo(2L * SIZE)
                    .isEqualTo(operation.path("objectCount").asLong());
        }
    }

    private static long lines(Delivery.Download download) throws IOException {
        LongAdder lines = new LongAdder();
        download.content()
                .writeTo(
                        new OutputStream() {
                            @Override
                            public void write(int one) {
                                if (one == '\n') {
                                    lines.increment();
                                }
                            }
                        },
                        download.sent());
        return lines.sum();
    }
}
