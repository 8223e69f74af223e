package io.tallyport.sandbox.oauth;

import static io.tallyport.sandbox.oauth.Authorization.REDIRECT;
import static io.tallyport.sandbox.oauth.Authorization.fields;
import static io.tallyport.sandbox.oauth.Authorization.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyTokensTest {

    private static final String AUTHORIZE = "/admin/oauth/authorize";
    private static final String TOKEN = "/admin/oauth/access_token";

    private final Authorization client = new Authorization();

    @AfterEach
    void close() {
        client.close();
    }

    private Map<String, String> asking() {
        return fields(
                "client_id",
                client.sandbox.clientId(),
                "redirect_uri",
                REDIRECT,
                "scope",
                "read_inventory",
                "state",
                "n0nce");
    }

    private JsonNode traded(String... more) {
        Map<String, String> body = client.credentials("code", client.code(AUTHORIZE, asking()));
        body.putAll(fields(more));
        return json(client.post(TOKEN, body));
    }

    private HttpResponse<String> refresh(JsonNode pair) {
        return client.post(
                TOKEN,
                client.credentials(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        pair.path("refresh_token").asText()));
    }

    private int opened(JsonNode pair) {
        return client.shopify(pair.path("access_token").asText()).statusCode();
    }

    @Test
    void clientCredentialsLastADayAndHaveNoRefreshToken() {
        JsonNode pair = json(client.post(TOKEN, client.credentials("grant_type", "client_credentials")));
        assertThat(pair.path("expires_in").asInt()).isEqualTo(86_400);
        assertThat(pair.has("refresh_token")).isFalse();
        assertThat(opened(pair)).isEqualTo(200);
        client.wait(Duration.ofDays(1));
        HttpResponse<String> expired = client.shopify(pair.path("access_token").asText());
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(json(expired).path("errors").asText()).startsWith("[API] Invalid API key or access token");
    }

    @Test
    void theCallbackIsSignedWithTheSecret() throws Exception {
        Map<String, String> callback = client.callback(AUTHORIZE, asking());
        assertThat(callback).containsEntry("state", "n0nce").containsKeys("code", "shop", "timestamp");
        Map<String, String> others = new TreeMap<>(callback);
        others.remove("hmac");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(client.sandbox.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = others.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        assertThat(callback.get("hmac"))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aCodeBuysAPermanentTokenUnlessAnExpiringOneIsAskedFor() {
        JsonNode permanent = traded();
        assertThat(permanent.has("expires_in")).isFalse();
        assertThat(permanent.has("refresh_token")).isFalse();
        JsonNode expiring = traded("expiring", "1");
        assertThat(expiring.path("expires_in").asInt()).isEqualTo(3_600);
        assertThat(expiring.path("refresh_token_expires_in").asInt()).isEqualTo(7_776_000);
        client.wait(Duration.ofHours(1));
        assertThat(opened(permanent)).isEqualTo(200);
        assertThat(opened(expiring)).isEqualTo(401);
        assertThat(opened(json(refresh(expiring)))).isEqualTo(200);
    }

    @Test
    void aUsedRefreshTokenWorksUntilItsReplacementIsUsed() {
        JsonNode first = traded("expiring", "1");
        assertThat(refresh(first).statusCode()).isEqualTo(200);
        JsonNode second = json(refresh(first));
        assertThat(refresh(second).statusCode()).isEqualTo(200);
        assertThat(refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void aUsedRefreshTokenIsDeadAfterThirtyDaysAtTheLatest() {
        JsonNode first = traded("expiring", "1");
        assertThat(refresh(first).statusCode()).isEqualTo(200);
        client.wait(Duration.ofDays(30));
        assertThat(refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void aRefreshTokenDiesAfterNinetyDays() {
        JsonNode first = traded("expiring", "1");
        client.wait(Duration.ofDays(90));
        assertThat(refresh(first).statusCode()).isEqualTo(400);
    }
}
