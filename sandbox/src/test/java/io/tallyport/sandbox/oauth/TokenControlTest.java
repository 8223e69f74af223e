package io.tallyport.sandbox.oauth;

import static io.tallyport.sandbox.oauth.Authorization.REDIRECT;
import static io.tallyport.sandbox.oauth.Authorization.fields;
import static io.tallyport.sandbox.oauth.Authorization.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.SandboxSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenControlTest {

    private final Authorization client = new Authorization();

    @AfterEach
    void close() {
        client.close();
    }

    private JsonNode clientCredentials() {
        return json(client.post("/admin/oauth/access_token", client.credentials("grant_type", "client_credentials")));
    }

    @Test
    void tokensAreListedWithoutTheirTexts() {
        JsonNode pair = clientCredentials();
        JsonNode list = client.control("GET", "tokens", "");
        JsonNode token = list.at("/shopify/tokens/0");
        assertThat(token.path("id").asInt()).isEqualTo(1);
        assertThat(token.path("grant").asText()).isEqualTo("client_credentials");
        assertThat(token.path("accessState").asText()).isEqualTo("VALID");
        assertThat(token.path("used").asBoolean()).isFalse();
        assertThat(token.path("accessUntil").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(token.has("refresh")).isFalse();
        assertThat(list.toString()).doesNotContain(pair.path("access_token").asText(), client.sandbox.clientSecret());
        client.shopify(pair.path("access_token").asText());
        assertThat(client.control("GET", "tokens", "")
                        .at("/shopify/tokens/0/used")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void oneOrAllOfAPlatformAreRevoked() {
        String one = clientCredentials().path("access_token").asText();
        String two = clientCredentials().path("access_token").asText();
        client.control("POST", "tokens/revoke", "{\"platform\":\"shopify\",\"id\":1}");
        assertThat(client.shopify(one).statusCode()).isEqualTo(401);
        assertThat(client.shopify(two).statusCode()).isEqualTo(200);
        JsonNode revoked = client.control("POST", "tokens/revoke", "{\"platform\":\"shopify\"}");
        assertThat(revoked.path("revoked").asInt()).isEqualTo(2);
        assertThat(client.shopify(two).statusCode()).isEqualTo(401);
        assertThat(client.shopify(client.sandbox.shopifyToken()).statusCode()).isEqualTo(200);
    }

    @Test
    void lifetimesAreThoseSet() {
        client.control("POST", "tokens/lifetimes", "{\"platform\":\"shopify\",\"accessSeconds\":90}");
        assertThat(clientCredentials().path("expires_in").asInt()).isEqualTo(90);
    }

    @Test
    void theNextUserDeniesAndTheOneAfterAgrees() {
        client.control("POST", "tokens/deny", "{\"platform\":\"rseries\"}");
        Map<String, String> asking = fields(
                "response_type",
                "code",
                "client_id",
                client.sandbox.clientId(),
                "redirect_uri",
                REDIRECT,
                "state",
                "s");
        assertThat(client.callback("/auth/oauth/authorize", asking))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s");
        assertThat(client.callback("/auth/oauth/authorize", asking)).containsKey("code");
        assertThat(client.control("GET", "tokens", "")
                        .at("/rseries/counts/denied")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void requestsAreCountedApartFromThePlatformsOwn() {
        clientCredentials();
        client.post("/admin/oauth/access_token", Map.of("grant_type", "client_credentials"));
        JsonNode counts = client.control("GET", "tokens", "").at("/shopify/counts");
        assertThat(counts.path("tokenRequests").asInt()).isEqualTo(2);
        assertThat(counts.path("granted.client_credentials").asInt()).isEqualTo(1);
        assertThat(counts.path("refused").asInt()).isEqualTo(1);
        assertThat(client.control("GET", "counters", "").at("/shopify/requests").asInt())
                .isZero();
        assertThat(client.control("DELETE", "tokens/counts", "")
                        .at("/shopify/counts/tokenRequests")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsUnknownIsRefusedByName() {
        refused("tokens/deny", "{\"platform\":\"loyverse\"}", "404", "'loyverse'");
        refused("tokens/revoke", "{\"platform\":\"shopify\",\"id\":7}", "404", "7");
        refused("tokens/revoke", "{\"platform\":\"shopify\",\"what\":\"all\"}", "400", "'what'");
        refused("tokens/revoke", "{}", "400", "'platform' is missing");
        refused("tokens/lifetimes", "{\"platform\":\"shopify\",\"accessSeconds\":0}", "400", "'accessSeconds'");
        refused("tokens/rotation", "{\"platform\":\"shopify\",\"rule\":\"never\"}", "422", "at-once");
        refused("tokens/burn", "{}", "404", "tokens/burn");
    }

    @Test
    void theClientIsTheSameEverywhere() {
        assertThat(client.sandbox.clientId())
                .isEqualTo(SandboxSettings.defaults().clientId());
        assertThat(client.sandbox.clientSecret())
                .isEqualTo(SandboxSettings.defaults().clientSecret());
    }

    private void refused(String name, String body, String status, String message) {
        assertThatThrownBy(() -> client.control("POST", name, body))
                .hasMessageContaining(status)
                .hasMessageContaining(message);
    }
}
