package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where pages end that are asked for without measure. */
class XSeriesLargeRetailerTest {

    private final TestRetailer retailer = new TestRetailer(12_000, 20);

    @Test
    void aPageOfTwoPointZeroIsCutDownToTenThousand() {
        assertThat(retailer.get("/api/2.0/products?page_size=500000").path("data"))
                .hasSize(10_000);
        assertThat(retailer.get("/api/2.0/products").path("data")).hasSize(100);
    }

    @Test
    void aDatedPageHoldsFiveThousandAtMostAndAThousandUnlessAsked() {
        assertThat(retailer.post("/api/2026-07/inventory", "{\"size\":5000}")).hasSize(5_000);
        assertThat(retailer.post("/api/2026-07/inventory", "")).hasSize(1_000);
    }

    @Test
    void theWholeStockIsReadInPagesOfThousands() {
        List<JsonNode> rows = TestRetailer.rows(retailer.pages("/api/2.0/inventory", "&page_size=1000"));
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.path("id").asText()));
        assertThat(ids).hasSameSizeAs(rows).hasSizeGreaterThan(15_000);
    }

    @Test
    void aSearchShowsAThousandAtMost() {
        assertThat(retailer.get("/api/2.0/search?type=products&page_size=5000").path("data"))
                .hasSize(1_000);
    }
}
