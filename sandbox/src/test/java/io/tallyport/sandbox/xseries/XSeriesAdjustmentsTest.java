package io.tallyport.sandbox.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import io.tallyport.sandbox.oauth.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class XSeriesAdjustmentsTest {

    private static final String PATH = "/api/2026-07/stock_adjustments";

    private final TestRetailer retailer = new TestRetailer(60);
    private final JsonNode row = stocked().get(0);

    @Test
    void anAdjustmentAddsToTheLevelAndMovesItsVersion() {
        SandboxResponse answer = adjust(line("-3", "CUSTOM", retailer.standIn.reasonOut()));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode created = Json.read(answer.body()).path("data").path(0);
        assertThat(created.path("quantity").asText()).isEqualTo("-3");
        assertThat(created.path("created_at").asText()).startsWith("2026-11-21T10:01:0");
        assertThat(now().path("current_inventory_level").decimalValue())
                .isEqualByComparingTo(level().subtract(BigDecimal.valueOf(3)));
        assertThat(now().path("version").asLong())
                .isGreaterThan(row.path("version").asLong())
                .isLessThan(created.path("version").asLong());
    }

    @Test
    void theSignMustFitTheReason() {
        String in = retailer.standIn.reasonIn();
        String out = retailer.standIn.reasonOut();

        assertThat(status("-1", "DAMAGE", "")).isEqualTo(201);
        assertThat(status("1", "STOCK_FOUND", "")).isEqualTo(201);
        assertThat(status("1", "CUSTOM", in)).isEqualTo(201);
        assertThat(List.of(
                        status("1", "DAMAGE", ""),
                        status("-1", "STOCK_FOUND", ""),
                        status("0", "STOCK_FOUND", ""),
                        status("-1", "CUSTOM", in),
                        status("1", "CUSTOM", out),
                        status("-1", "DAMAGE", out),
                        status("-1", "WHIM", "")))
                .containsOnly(422);
        assertThat(List.of(status("-1", "CUSTOM", ""), status("some", "STOCK_FOUND", "")))
                .containsOnly(400);
    }

    private int status(String quantity, String reason, String custom) {
        return adjust(line(quantity, reason, custom)).status();
    }

    @Test
    void aNumberThatIsNoTextAndAnUnknownFieldAreRefused() {
        assertThat(adjust(line("1", "STOCK_FOUND", "").replace("\"1\"", "1")).status())
                .isEqualTo(400);
        assertThat(adjust(line("1", "STOCK_FOUND", "").replace("{", "{\"note\":\"x\","))
                        .status())
                .isEqualTo(400);
        assertThat(adjust("").status()).isEqualTo(400);
    }

    @Test
    void oneWrongLineKeepsAllFromBeingDone() {
        SandboxResponse answer = adjust(line("1", "STOCK_FOUND", "") + "," + line("1", "DAMAGE", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(now()).isEqualTo(row);
        assertThat(retailer.get(PATH).path("data")).isEmpty();
    }

    @Test
    void aThousandLinesAreTakenAndNoMore() {
        String thousand = IntStream.range(0, 1000)
                .mapToObj(i -> line("1", "STOCK_FOUND", ""))
                .collect(Collectors.joining(","));

        assertThat(adjust(thousand + "," + line("1", "STOCK_FOUND", "")).status())
                .isEqualTo(400);
        assertThat(adjust(thousand).status()).isEqualTo(201);
        assertThat(TestRetailer.rows(retailer.pages(PATH, ""))).hasSize(1000);
    }

    @Test
    void theListGoesOnFromAVersionToAnEmptyPage() {
        adjust(line("1", "STOCK_FOUND", ""));
        long after = retailer.get(PATH).at("/version/max").asLong();
        adjust(line("2", "STOCK_FOUND", ""));
        JsonNode page = retailer.get(PATH + "?after=" + after);

        assertThat(page.path("data"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("quantity").asText()).isEqualTo("2"));
        assertThat(retailer.get(PATH + "?after=" + page.at("/version/max").asLong())
                        .path("data"))
                .isEmpty();
    }

    @Test
    void reasonsAreListedWithTheirTypes() {
        JsonNode reasons = retailer.get("/api/2026-01/custom_inventory_adjustment_reasons");

        assertThat(reasons.path("data")).anySatisfy(reason -> {
            assertThat(reason.path("id").asText()).isEqualTo(retailer.standIn.reasonIn());
            assertThat(reason.path("type").asText()).isEqualTo("POSITIVE");
        });
        assertThat(reasons.path("data"))
                .anySatisfy(
                        reason -> assertThat(reason.path("enabled").asBoolean()).isFalse());
    }

    @Test
    void onlyDatedVersionsHaveThem() {
        assertThat(retailer.call("GET", "/api/2.0/stock_adjustments", "").status())
                .isEqualTo(404);
        assertThat(retailer.call("POST", "/api/2.0/stock_adjustments", "{}").status())
                .isEqualTo(405);
        assertThat(retailer.call("PUT", PATH, "{}").status()).isEqualTo(405);
    }

    @Test
    void aStaleFaultSellsOneAtTheTillJustBefore() {
        retailer.standIn.faulted(
                TestRetailer.request("POST", PATH, body(line("5", "STOCK_FOUND", ""))), Fault.of(FaultKind.STALE));

        assertThat(now().path("current_inventory_level").decimalValue())
                .isEqualByComparingTo(level().add(BigDecimal.valueOf(4)));
        assertThat(retailer.standIn.faulted(TestRetailer.request("GET", PATH, ""), Fault.of(FaultKind.STALE)))
                .isEmpty();
    }

    @Test
    void withoutTheRightToWriteTheyAreNotEvenRead() {
        AccessTokens reading = new AccessTokens() {
            @Override
            public Standing present(String token) {
                return Standing.VALID;
            }

            @Override
            public boolean allows(String token, String scope) {
                return !scope.equals("inventory:write");
            }
        };
        XSeriesStandIn narrow = new XSeriesStandIn(
                CatalogueGenerator.generate(TestRetailer.SEED, 5), 3, retailer.clock, 1, "fernflint", reading);

        assertThat(narrow.handle(TestRetailer.request("GET", PATH, "")).status())
                .isEqualTo(403);
        assertThat(narrow.handle(TestRetailer.request("POST", PATH, body(line("1", "STOCK_FOUND", ""))))
                        .status())
                .isEqualTo(403);
        assertThat(narrow.handle(TestRetailer.request("GET", "/api/2026-07/products", ""))
                        .status())
                .isEqualTo(200);
    }

    private SandboxResponse adjust(String lines) {
        return retailer.call("POST", PATH, body(lines));
    }

    private static String body(String lines) {
        return "{\"stock_adjustments\":[" + lines + "]}";
    }

    private String line(String quantity, String reason, String custom) {
        return "{\"product_id\":\"" + row.path("product_id").asText() + "\",\"outlet_id\":\""
                + row.path("outlet_id").asText() + "\",\"quantity\":\"" + quantity + "\",\"reason\":\"" + reason
                + "\"" + (custom.isEmpty() ? "" : ",\"custom_inventory_adjustment_reason_id\":\"" + custom + "\"")
                + "}";
    }

    private BigDecimal level() {
        return row.path("current_inventory_level").decimalValue();
    }

    private JsonNode now() {
        return stocked().stream()
                .filter(one -> one.path("id").equals(row.path("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> stocked() {
        JsonNode rows = retailer.post("/api/2026-07/inventory", "{\"sort_direction\":\"ASC\"}");
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
