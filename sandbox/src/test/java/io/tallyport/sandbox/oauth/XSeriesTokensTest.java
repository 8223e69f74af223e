package io.tallyport.sandbox.oauth;

import static io.tallyport.sandbox.oauth.Authorization.REDIRECT;
import static io.tallyport.sandbox.oauth.Authorization.START;
import static io.tallyport.sandbox.oauth.Authorization.fields;
import static io.tallyport.sandbox.oauth.Authorization.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XSeriesTokensTest {

    private static final String CONNECT = "/connect";
    private static final String TOKEN = "/api/1.0/token";

    private final Authorization client = new Authorization();

    @AfterEach
    void close() {
        client.close();
    }

    private Map<String, String> asking(String... more) {
        Map<String, String> query = fields(
                "response_type", "code",
                "client_id", client.sandbox.clientId(),
                "redirect_uri", REDIRECT,
                "scope", "inventory:read products:read",
                "state", "12345678");
        query.putAll(fields(more));
        return query;
    }

    private JsonNode first() {
        return json(trade(client.code(CONNECT, asking())));
    }

    private HttpResponse<String> trade(String code, String... more) {
        Map<String, String> body =
                client.credentials("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT);
        body.putAll(fields(more));
        return client.post(TOKEN, body);
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

    @Test
    void theCallbackNamesTheStore() {
        assertThat(client.callback(CONNECT, asking()))
                .containsOnlyKeys("code", "state", "domain_prefix", "scope")
                .containsEntry("domain_prefix", client.sandbox.xseriesDomainPrefix())
                .containsEntry("scope", "inventory:read products:read");
    }

    @Test
    void aStateOfEightCharactersAndAScopeAreMandatory() {
        assertThat(client.get(CONNECT, asking("state", "1234567")).statusCode()).isEqualTo(400);
        assertThat(client.callback(CONNECT, asking("scope", "")))
                .containsEntry("error", "invalid_scope")
                .containsEntry("state", "12345678")
                .doesNotContainKey("code");
    }

    @Test
    void anIssuedTokenOpensTheStoreUntilItIsRefreshed() {
        JsonNode pair = first();
        String access = pair.path("access_token").asText();
        assertThat(client.xseries(access).statusCode()).isEqualTo(200);
        JsonNode next = json(refresh(pair));
        assertThat(client.xseries(access).statusCode()).isEqualTo(401);
        assertThat(client.xseries(next.path("access_token").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPairTellsItsEndInTwoWays() {
        JsonNode pair = first();
        assertThat(pair.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(pair.path("expires_in").asLong()).isEqualTo(86_400);
        assertThat(pair.path("expires").asLong()).isEqualTo(START.getEpochSecond() + 86_400);
        assertThat(pair.path("domain_prefix").asText()).isEqualTo(client.sandbox.xseriesDomainPrefix());
        assertThat(pair.path("scope").asText()).isEqualTo("inventory:read products:read");
    }

    @Test
    void onlyFormsFromTheAuthorizedAddressAreRead() {
        String code = client.code(CONNECT, asking());
        assertThat(client.post(TOKEN, "application/json", "{\"code\":\"" + code + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(trade(code, "redirect_uri", "").statusCode()).isEqualTo(400);
        assertThat(trade(client.code(CONNECT, asking())).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshRevokesTheOldPairAtOnce() {
        JsonNode first = first();
        JsonNode second = json(refresh(first));
        assertThat(refresh(first).statusCode()).isEqualTo(400);
        JsonNode tokens = client.control("GET", "tokens", "").at("/xseries/tokens");
        assertThat(tokens.at("/0/accessState").asText()).isEqualTo("REVOKED");
        assertThat(tokens.at("/0/refreshState").asText()).isEqualTo("REVOKED");
        assertThat(tokens.at("/1/accessState").asText()).isEqualTo("VALID");
        assertThat(refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshWhoseAnswerIsLostCannotBeTriedAgain() {
        JsonNode first = first();
        client.control("POST", "faults", "[{\"on\":{\"platform\":\"xseries\"},\"do\":{\"kind\":\"cut-after\"}}]");
        assertThatThrownBy(() -> refresh(first)).isInstanceOf(UncheckedIOException.class);
        HttpResponse<String> again = refresh(first);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void ofManyRefreshesAtOnceExactlyOneIsGranted() {
        JsonNode first = first();
        long granted = IntStream.range(0, 8)
                .parallel()
                .filter(i -> refresh(first).statusCode() == 200)
                .count();
        assertThat(granted).isEqualTo(1);
    }

    @Test
    void anotherRuleOfRotationMayBeSet() {
        client.control("POST", "tokens/rotation", "{\"platform\":\"xseries\",\"rule\":\"on-next-refresh\"}");
        JsonNode first = first();
        assertThat(refresh(first).statusCode()).isEqualTo(200);
        assertThat(refresh(first).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenEndpointCountsItsOwnRequests() {
        JsonNode pair = first();
        for (int i = 0; i < 19; i++) {
            pair = json(refresh(pair));
        }
        HttpResponse<String> over = refresh(pair);
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(over.headers().firstValue("X-RateLimit-Reset")).contains(Long.toString(START.getEpochSecond() + 60));
        assertThat(over.headers().firstValue("Retry-After")).isEmpty();
        client.wait(Duration.ofSeconds(60));
        assertThat(refresh(pair).statusCode()).isEqualTo(200);
    }

    @Test
    void aStatusFaultHasThePlatformsForm() {
        client.control(
                "POST",
                "faults",
                "[{\"on\":{\"platform\":\"xseries\"},\"do\":{\"kind\":\"status\",\"status\":429}},"
                        + "{\"on\":{\"platform\":\"xseries\"},\"after\":2,\"do\":{\"kind\":\"status\"}}]");
        assertThat(Json.read(client.post(TOKEN, Map.of()).body())
                        .path("message")
                        .asText())
                .isEqualTo("Rate limiting enforced");
        assertThat(client.post(TOKEN, Map.of()).statusCode()).isEqualTo(503);
    }
}
