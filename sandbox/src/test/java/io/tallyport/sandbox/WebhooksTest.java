package io.tallyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks as a receiver meets them. */
class WebhooksTest {

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withSeed(5));
    private final Client client = new Client(sandbox);
    private final String sku =
            client.controlled("GET", "levels", "").at("/xseries/0/sku").asText();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSubscriptionIsMadeOnceReadChangedAndTakenBack() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            HttpResponse<String> made = subscribe("product.update", receiver.url());
            assertThat(made.statusCode()).isEqualTo(201);
            JsonNode data = Json.read(made.body()).path("data");
            String path = "webhooks/" + data.path("id").asText();
            assertThat(data.path("active").asBoolean()).isTrue();
            HttpResponse<String> twice = subscribe("product.update", receiver.url());
            assertThat(twice.statusCode()).isEqualTo(409);
            assertThat(Json.read(twice.body()).path("error").isTextual()).isTrue();
            assertThat(subscribe("product.create", receiver.url()).statusCode()).isEqualTo(422);
            assertThat(Json.read(client.xseries("GET", "webhooks", "").body()).path("data"))
                    .hasSize(1);
            String off = body("product.update", receiver.url()).replace("true", "false");
            assertThat(client.xseries("PUT", path, off).body()).contains("\"active\":false");
            HttpResponse<String> gone = client.xseries("DELETE", path, "");
            assertThat(gone.statusCode()).isEqualTo(200);
            assertThat(gone.body()).isEmpty();
            assertThat(client.xseries("GET", path, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anEventComesAsAFormSignedOverItsRawBytes() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            subscribe("inventory.update", receiver.url());
            client.controlled("POST", "outlet-stock", "{\"sku\":\"" + sku + "\",\"quantity\":77}");
            WebhookReceiver.Hook hook = receiver.next();
            assertThat(hook.contentType()).startsWith("application/x-www-form-urlencoded");
            JsonNode payload = Json.read(hook.payload());
            assertThat(payload.path("count").asInt()).isEqualTo(77);
            assertThat(payload.at("/product/sku").asText()).isEqualTo(sku);
            assertThat(hook.signature())
                    .contains("signature=" + HexFormat.of().formatHex(hmac(hook.body())) + ",algorithm=HMAC-SHA256");
        }
    }

    @Test
    void whatHappensToConsignmentsProductsAndSalesIsTold() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            Stream.of("consignment.send", "consignment.receive", "product.update", "sale.update")
                    .forEach(type -> subscribe(type, receiver.url()));
            client.controlled("POST", "consignments", "{\"reference\":\"PO-1\"}");
            line("PO-1", "3");
            status("PO-1", "SENT");
            assertThat(receiver.next().payload()).contains("\"reference\":\"PO-1\"", "\"status\":\"SENT\"");
            client.controlled("POST", "consignments/receive", "{\"consignment\":\"PO-1\"}");
            assertThat(receiver.next().payload()).contains("\"status\":\"RECEIVED\"");
            client.controlled("POST", "outlet-sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
            assertThat(receiver.next().payload()).contains("register_sale_products");
            client.controlled(
                    "POST", "products", "{\"platform\":\"xseries\",\"sku\":\"" + sku + "\",\"title\":\"New\"}");
            assertThat(Json.read(receiver.next().payload()).path("name").asText())
                    .contains("New");
        }
    }

    @Test
    void anErrorOfTheReceiverIsTriedAgainLaterAndARefusalIsNot() {
        try (WebhookReceiver receiver = new WebhookReceiver(503, 200, 404, 302)) {
            subscribe("customer.update", receiver.url());
            happen("customer.update");
            WebhookReceiver.Hook lost = receiver.next();
            settled(1, 1, "WAITING");
            sandbox.clock().advance(Duration.ofSeconds(15));
            assertThat(receiver.next()).isEqualTo(lost);
            happen("customer.update");
            receiver.next();
            happen("customer.update");
            receiver.next();
            settled(3, 1, "REFUSED");
            assertThat(client.controlled("GET", "webhooks", "").path("deliveries"))
                    .extracting(one -> one.path("state").asText() + " " + one.path("tries") + " " + one.path("status"))
                    .containsExactly("DELIVERED 2 200", "REFUSED 1 404", "REFUSED 1 302");
        }
    }

    /** Waits until the post has noted the answer that the receiver has already given. */
    private void settled(int delivery, int tries, String state) {
        JsonNode one;
        do {
            one = client.controlled("GET", "webhooks", "").path("deliveries").path(delivery - 1);
        } while (one.path("tries").asInt() < tries);
        assertThat(one.path("state").asText()).isEqualTo(state);
    }

    @Test
    void eventsAreDoubledHeldBackAndTurnedAroundOnRequest() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            subscribe("customer.update", receiver.url());
            client.controlled("POST", "webhooks/manner", "{\"copies\":2}");
            client.controlled("POST", "webhooks/hold", "");
            happen("customer.update", 1);
            happen("customer.update", 2);
            client.controlled("POST", "webhooks/release", "{\"order\":\"reversed\"}");
            assertThat(Stream.generate(() -> receiver.next().payload()).limit(4))
                    .containsExactly("{\"id\":2}", "{\"id\":2}", "{\"id\":1}", "{\"id\":1}");
        }
    }

    @Test
    void signaturesAreForgedMissingOrOtherwiseWrittenOnRequest() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            subscribe("customer.update", receiver.url());
            WebhookReceiver.Hook bad = signed("bad", receiver);
            assertThat(bad.signature().orElse(""))
                    .startsWith("signature=")
                    .doesNotContain(HexFormat.of().formatHex(hmac(bad.body())));
            assertThat(signed("none", receiver).signature()).isEqualTo(Optional.empty());
            WebhookReceiver.Hook encoded = signed("base64", receiver);
            assertThat(encoded.signature().orElse(""))
                    .contains(Base64.getEncoder().encodeToString(hmac(encoded.body())));
            assertThat(client.control("POST", "webhooks/manner", "{\"signing\":\"twice\"}")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private WebhookReceiver.Hook signed(String how, WebhookReceiver receiver) {
        client.controlled("POST", "webhooks/manner", "{\"signing\":\"" + how + "\"}");
        happen("customer.update");
        return receiver.next();
    }

    @Test
    void nothingIsSentToOtherMachinesOrToWhoeverIsOff() {
        subscribe("customer.update", "https://example.invalid/hooks");
        client.xseries(
                "POST", "webhooks", body("sale.update", "http://127.0.0.1:1/").replace("true", "false"));
        happen("customer.update");
        happen("sale.update");
        JsonNode deliveries = client.controlled("GET", "webhooks", "").path("deliveries");
        assertThat(List.of(deliveries.path(0).path("state").asText())).containsExactly("NOT_SENT");
        assertThat(deliveries).hasSize(1);
    }

    private HttpResponse<String> subscribe(String type, String url) {
        return client.xseries("POST", "webhooks", body(type, url));
    }

    private static String body(String type, String url) {
        return "{\"type\":\"" + type + "\",\"url\":\"" + url + "\",\"active\":true}";
    }

    private void happen(String type) {
        happen(type, 1);
    }

    private void happen(String type, int id) {
        client.controlled("POST", "webhooks/happen", "{\"type\":\"" + type + "\",\"payload\":{\"id\":" + id + "}}");
    }

    private void line(String order, String count) {
        client.controlled(
                "POST",
                "consignments/line",
                "{\"consignment\":\"" + order + "\",\"sku\":\"" + sku + "\",\"count\":" + count + "}");
    }

    private void status(String order, String status) {
        client.controlled(
                "POST", "consignments/status", "{\"consignment\":\"" + order + "\",\"status\":\"" + status + "\"}");
    }

    private byte[] hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(sandbox.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    }
}
