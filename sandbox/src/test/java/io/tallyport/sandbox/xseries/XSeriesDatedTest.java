package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dated versions, whose stock list is read by POST and comes bare. */
class XSeriesDatedTest {

    private static final String API = "/api/2026-07/";

    private final TestRetailer retailer = new TestRetailer(250);

    @Test
    void stockComesAsABareArrayNewestFirst() {
        JsonNode rows = retailer.post(API + "inventory", "{}");
        assertThat(rows.isArray()).isTrue();
        assertThat(versions(rows)).hasSizeGreaterThan(300).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("current_inventory_level").isNumber()).isTrue();
            assertThat(row.has("inventory_level")).isFalse();
        });
    }

    @Test
    void pagingGoesUpOrDownToAnEmptyPage() {
        List<Long> up = new ArrayList<>();
        JsonNode page = retailer.post(API + "inventory", "{\"after\":0,\"size\":30,\"sort_direction\":\"ASC\"}");
        while (!page.isEmpty()) {
            up.addAll(versions(page));
            page = retailer.post(
                    API + "inventory",
                    "{\"after\":" + up.get(up.size() - 1) + ",\"size\":30,\"sort_direction\":\"asc\"}");
        }
        List<Long> down = new ArrayList<>();
        page = retailer.post(API + "inventory", "{\"size\":30}");
        while (!page.isEmpty()) {
            down.addAll(versions(page));
            page = retailer.post(API + "inventory", "{\"size\":30,\"before\":" + down.get(down.size() - 1) + "}");
        }
        assertThat(up).isSorted().doesNotHaveDuplicates();
        assertThat(down).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(up);
    }

    @Test
    void deletedProductsStockShowsOnlyWhenAskedFor() {
        JsonNode without = retailer.post(API + "inventory", "{}");
        JsonNode with = retailer.post(API + "inventory", "{\"include_deleted\":true,\"product_id\":null}");
        assertThat(with.size()).isGreaterThan(without.size());
        assertThat(with).anyMatch(row -> row.path("deleted_at").isTextual());
    }

    @Test
    void oneProductsStockIsReadByItsId() {
        JsonNode family = retailer.get("/api/2.0/products?name=Weekend+Set+1").path("data");
        String id = family.get(0).path("id").asText();
        JsonNode rows = retailer.get(API + "inventory/" + id);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("product_id").asText()).isEqualTo(id));
        assertThat(retailer.post(API + "inventory", "{\"product_id\":\"" + id + "\"}"))
                .hasSameSizeAs(rows);
        assertThat(retailer.post(API + "inventory", "{\"product_id\":\"" + id + "\",\"variants\":true}"))
                .hasSizeGreaterThan(rows.size());
        assertThat(retailer.get(API + "inventory/none")).isEmpty();
    }

    @Test
    void outletsProductsAndRetailerKeepTheirEnvelope() {
        for (String list : List.of("outlets", "products", "registers")) {
            assertThat(retailer.get(API + list)).isEqualTo(retailer.get("/api/2.0/" + list));
        }
        assertThat(retailer.get(API + "retailer").at("/data/name").asText()).isNotEmpty();
    }

    @Test
    void anExpiredVersionIsAnsweredByTheOldestSupportedOne() {
        assertThat(retailer.post("/api/2025-01/inventory", "{\"size\":5}"))
                .isEqualTo(retailer.post("/api/2026-01/inventory", "{\"size\":5}"));
        assertThat(retailer.call("POST", "/api/2031-01/inventory", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void whatTheContractDoesNotKnowIsRefused() {
        refused(405, "GET", API + "inventory", "");
        refused(405, "POST", "/api/2.0/inventory", "{}");
        refused(404, "GET", "/api/2.0/inventory/x", "");
        refused(404, "GET", API + "search?type=products", "");
        refused(404, "GET", API + "products/x/inventory", "");
        for (String body : List.of(
                "{\"size\":5001}",
                "{\"size\":0}",
                "{\"page_size\":5}",
                "{\"after\":\"1\"}",
                "{\"sort_direction\":\"up\"}",
                "{\"include_deleted\":1}",
                "[]",
                "no")) {
            refused(400, "POST", API + "inventory", body);
        }
    }

    private void refused(int status, String method, String path, String body) {
        assertThat(retailer.call(method, path, body).status())
                .as(method + " " + path + " " + body)
                .isEqualTo(status);
    }

    private static List<Long> versions(JsonNode rows) {
        List<Long> versions = new ArrayList<>();
        rows.forEach(row -> versions.add(row.path("version").asLong()));
        return versions;
    }
}
