package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import io.tallyport.sandbox.oauth.Standing;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class XSeriesSuppliersTest {

    private final TestRetailer retailer = new TestRetailer(30);

    @Test
    void suppliersAreListedByVersionWithoutThoseDeleted() {
        assertThat(TestRetailer.rows(retailer.pages("/api/2.0/suppliers", "&page_size=1")))
                .extracting(row -> row.path("name").asText())
                .containsExactly("Northwind Wholesale", "Peak Supplies");
    }

    @Test
    void aWriteAnswersTheIdAloneEachInItsForm() {
        SandboxResponse made = retailer.call("POST", "/api/2.0/suppliers", "{\"name\":\"Acorn\"}");
        assertThat(made.status()).isEqualTo(200);
        String id = Json.read(made.body()).path("data").asText();
        JsonNode changed = Json.read(retailer.call("PUT", "/api/2.0/suppliers/" + id, "{\"name\":\"Oak\"}")
                .body());
        assertThat(changed.path("id").asText()).isEqualTo(id);
        assertThat(retailer.get("/api/2.0/suppliers/" + id).at("/data/name").asText())
                .isEqualTo("Oak");
        JsonNode gone = Json.read(
                retailer.call("DELETE", "/api/2.0/suppliers/" + id, "").body());
        assertThat(gone.at("/data/job_id").asText()).isNotEmpty();
        assertThat(retailer.call("GET", "/api/2.0/suppliers/" + id, "").status())
                .isEqualTo(404);
    }

    @Test
    void theDatedContractWantsAContactToo() {
        assertThat(retailer.call("POST", "/api/2026-07/suppliers", "{\"name\":\"Acorn\"}")
                        .status())
                .isEqualTo(400);
        assertThat(retailer.call("POST", "/api/2026-07/suppliers", "{\"name\":\"Acorn\",\"contact\":{}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachKindOfConsignmentHasARightOfItsOwn() {
        assertThat(calls("consignments:read")).containsOnlyKeys("read").containsEntry("read", 200);
        assertThat(calls("consignments:write:stock_order"))
                .containsEntry("SUPPLIER", 201)
                .containsEntry("RETURN", 201);
        assertThat(calls("consignments:write:stock_transfer")).containsOnlyKeys("OUTLET");
        assertThat(calls("consignments:write:inventory_count")).containsOnlyKeys("STOCKTAKE");
        assertThat(calls("suppliers:read")).containsOnlyKeys("suppliers");
        assertThat(calls("webhooks")).containsOnlyKeys("webhooks");
    }

    /** What a token with one right may do. */
    private static Map<String, Integer> calls(String scope) {
        XSeriesStandIn narrow = new XSeriesStandIn(
                CatalogueGenerator.generate(3, 30), 3, new TestRetailer(1).clock, 1, "fernflint", onlyWith(scope));
        Map<String, Integer> done = new TreeMap<>();
        note(done, "read", narrow, "GET", "/api/2.0/consignments", "");
        note(done, "suppliers", narrow, "GET", "/api/2.0/suppliers", "");
        note(done, "webhooks", narrow, "GET", "/api/2.0/webhooks", "");
        for (String type : Set.of("SUPPLIER", "RETURN", "OUTLET", "STOCKTAKE")) {
            String source = type.equals("OUTLET") ? ",\"source_outlet_id\":\"" + narrow.mainId() + "\"" : "";
            note(
                    done,
                    type,
                    narrow,
                    "POST",
                    "/api/2.0/consignments",
                    "{\"name\":\"n\",\"type\":\"" + type + "\",\"outlet_id\":\"" + narrow.mainId() + "\"" + source
                            + "}");
        }
        return done;
    }

    private static void note(
            Map<String, Integer> done, String name, XSeriesStandIn at, String method, String path, String body) {
        int status = at.handle(TestRetailer.request(method, path, body)).status();
        if (status != 403) {
            done.put(name, status);
        }
    }

    private static AccessTokens onlyWith(String scope) {
        return new AccessTokens() {
            @Override
            public Standing present(String token) {
                return Standing.VALID;
            }

            @Override
            public boolean allows(String token, String asked) {
                return asked.equals(scope);
            }
        };
    }
}
