package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consignments over HTTP: with faults, and with staff who do what they like in the POS itself. */
class ConsignmentsOverHttpTest {

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withSeed(5));
    private final Client client = new Client(sandbox);
    private final JsonNode levels = client.controlled("GET", "levels", "").path("xseries");
    private final String sku = levels.path(0).path("sku").asText();
    private final String other = levels.path(1).path("sku").asText();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aCutBeforeMakesNothingAndACutAfterMakesAnOrderThatNobodyHeardOf() {
        fault("cut-before", "");
        assertThatThrownBy(() -> create("PO-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(orders()).isEmpty();
        fault("cut-after", "");
        assertThatThrownBy(() -> create("PO-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(orders()).hasSize(1);
        assertThat(client.controlled("GET", "counters", "")
                        .at("/xseries/writesHandled")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aLateOrderIsMadeAfterTheConnectionWasCut() {
        fault("late", ",\"millis\":50");
        assertThatThrownBy(() -> create("PO-1")).isInstanceOf(UncheckedIOException.class);
        while (client.controlled("GET", "counters", "").at("/xseries/lateDone").asInt() == 0) {
            Thread.onSpinWait();
        }
        assertThat(orders()).hasSize(1);
    }

    @Test
    void throttlingNamesADateAndAFailureOrALoginPageMakesNothing() {
        fault("status", ",\"status\":429");
        HttpResponse<String> throttled = create("PO-1");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After").orElse("")).endsWith("GMT");
        fault("status", ",\"status\":502");
        assertThat(create("PO-1").statusCode()).isEqualTo(502);
        fault("html", "");
        assertThat(create("PO-1").body()).contains("<html>");
        assertThat(orders()).isEmpty();
    }

    @Test
    void aTruncatedPageOfTheListLacksRows() {
        for (int number = 0; number < 6; number++) {
            create("PO-" + number);
        }
        client.controlled(
                "POST",
                "faults",
                "[{\"on\":{\"platform\":\"xseries\",\"method\":\"GET\"},\"do\":{\"kind\":\"truncated-page\"}}]");
        assertThat(Json.read(client.xseries("GET", "consignments", "").body()).path("data"))
                .hasSize(4);
        assertThat(Json.read(client.xseries("GET", "consignments", "").body()).path("data"))
                .hasSize(6);
    }

    @Test
    void consignmentsCountAgainstTheRateLimit() {
        HttpResponse<String> first = create("PO-1");
        HttpResponse<String> second = client.xseries("GET", "consignments", "");
        assertThat(left(second)).isEqualTo(left(first) - 1);
    }

    private static int left(HttpResponse<String> answer) {
        return Integer.parseInt(
                answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow());
    }

    @Test
    void staffReceiveShortOverAndWhatNobodyOrdered() {
        create("PO-1");
        control("line", "\"sku\":\"" + sku + "\",\"count\":10,\"cost\":2.5");
        JsonNode part = control("receive", "\"goods\":{\"" + sku + "\":4,\"" + other + "\":1},\"complete\":false");
        assertThat(part.path("status").asText()).isEqualTo("DISPATCHED");
        assertThat(part.path("lines").path(other).has("count")).isFalse();
        int before = level(sku);
        JsonNode done = control("receive", "\"goods\":{\"" + sku + "\":12}");
        assertThat(done.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(done.path("lines").path(sku).path("received").asText()).isEqualTo("12.00000");
        assertThat(level(sku)).isEqualTo(before + 12);
    }

    @Test
    void staffSetAnOrderBackOrIntoAStatusThatNobodyKnows() {
        create("PO-1");
        control("line", "\"sku\":\"" + sku + "\",\"count\":10");
        control("receive", "");
        assertThat(control("status", "\"status\":\"SENT\"").path("status").asText())
                .isEqualTo("SENT");
        control("status", "\"status\":\"ON_THE_MOON\"");
        assertThat(Json.read(client.xseries("GET", "consignments", "").body())
                        .at("/data/0/status")
                        .asText())
                .isEqualTo("ON_THE_MOON");
        assertThat(client.control("POST", "consignments/status", "{\"consignment\":\"PO-9\",\"status\":\"SENT\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void staffTakeALineOffAndMakeOrdersThemselves() {
        assertThat(client.controlled("POST", "consignments", "{\"reference\":\"PO-1\"}")
                        .path("status")
                        .asText())
                .isEqualTo("OPEN");
        control("line", "\"sku\":\"" + sku + "\",\"count\":10");
        assertThat(client.controlled(
                                "DELETE", "consignments/line", "{\"consignment\":\"PO-1\",\"sku\":\"" + sku + "\"}")
                        .path("lines"))
                .isEmpty();
    }

    @Test
    void mannersAreReadAndChangedOneByOne() {
        JsonNode manners =
                client.controlled("POST", "consignments/manners", "{\"wrapped\":false,\"repeated\":\"adds\"}");
        assertThat(manners.path("wrapped").asBoolean()).isFalse();
        assertThat(manners.path("enveloped").asBoolean()).isTrue();
        assertThat(client.controlled("GET", "consignments/manners", "")).isEqualTo(manners);
        assertThat(client.control("POST", "consignments/manners", "{\"repeated\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Json.read(create("PO-1").body()).path("reference").asText()).isEqualTo("PO-1");
    }

    private HttpResponse<String> create(String reference) {
        return client.xseries(
                "POST",
                "consignments",
                "{\"name\":\"n\",\"type\":\"SUPPLIER\",\"reference\":\"" + reference + "\",\"outlet_id\":\""
                        + sandbox.xseriesOutlet() + "\"}");
    }

    private JsonNode orders() {
        return client.controlled("GET", "consignments", "").path("consignments");
    }

    private JsonNode control(String what, String fields) {
        String more = fields.isEmpty() ? "" : "," + fields;
        return client.controlled("POST", "consignments/" + what, "{\"consignment\":\"PO-1\"" + more + "}");
    }

    private int level(String one) {
        return client.controlled("GET", "state?sku=" + Client.encode(one), "")
                .at("/levels/" + one + "/xseries/level")
                .asInt();
    }

    private void fault(String kind, String more) {
        client.controlled(
                "POST",
                "faults",
                "[{\"on\":{\"platform\":\"xseries\",\"method\":\"POST\"},\"do\":{\"kind\":\"" + kind + "\"" + more
                        + "}}]");
    }
}
