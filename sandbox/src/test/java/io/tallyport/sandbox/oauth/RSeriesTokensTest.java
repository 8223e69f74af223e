package io.tallyport.sandbox.oauth;

import static io.tallyport.sandbox.oauth.Authorization.REDIRECT;
import static io.tallyport.sandbox.oauth.Authorization.fields;
import static io.tallyport.sandbox.oauth.Authorization.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RSeriesTokensTest {

    private static final String AUTHORIZE = "/auth/oauth/authorize";
    private static final String TOKEN = "/auth/oauth/token";
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

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
                "scope", "employee:inventory_read",
                "state", "s t+a&te");
        query.putAll(fields(more));
        return query;
    }

    private String code(String... more) {
        return client.code(AUTHORIZE, asking(more));
    }

    private HttpResponse<String> trade(String code, String... more) {
        Map<String, String> body = client.credentials("grant_type", "authorization_code", "code", code);
        body.putAll(fields(more));
        return client.post(TOKEN, body);
    }

    private HttpResponse<String> refresh(String token) {
        return client.post(TOKEN, client.credentials("grant_type", "refresh_token", "refresh_token", token));
    }

    private JsonNode first() {
        return json(trade(code()));
    }

    private static String access(JsonNode pair) {
        return pair.path("access_token").asText();
    }

    private static String refresh(JsonNode pair) {
        return pair.path("refresh_token").asText();
    }

    @Test
    void theUserAgreesAtOnceAndTheStateComesBackUnchanged() {
        Map<String, String> callback = client.callback(AUTHORIZE, asking());
        assertThat(callback).containsOnlyKeys("code", "state").containsEntry("state", "s t+a&te");
    }

    @Test
    void aCodeBuysAnAccessTokenThatNamesTheAccountAndOpensTheApi() {
        JsonNode pair = first();
        assertThat(pair.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(pair.path("expires_in").asInt()).isEqualTo(1800);
        assertThat(pair.has("scope")).isFalse();
        String[] parts = access(pair).split("\\.", -1);
        assertThat(parts).hasSize(3);
        JsonNode claims = Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.path("acct").asText()).isEqualTo(client.sandbox.rseriesAccount());
        assertThat(client.rseries(access(pair)).statusCode()).isEqualTo(200);
    }

    @Test
    void theBodyMayBeJsonOrMultipart() {
        Map<String, String> body = client.credentials("grant_type", "authorization_code", "code", code());
        assertThat(client.post(TOKEN, "application/json", Json.write(json(body)))
                        .statusCode())
                .isEqualTo(200);
        String parts = client.credentials("grant_type", "authorization_code", "code", code()).entrySet().stream()
                .map(field -> "--xyz\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .reduce("", String::concat);
        assertThat(client.post(TOKEN, "multipart/form-data; boundary=xyz", parts + "--xyz--\r\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post(TOKEN, "text/plain", form(body)).statusCode()).isEqualTo(400);
    }

    private static JsonNode json(Map<String, String> fields) {
        ObjectNode node = Json.object();
        fields.forEach(node::put);
        return node;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Authorization.json(answer);
    }

    @Test
    void aCodeIsGoodOnceAndForSixtySeconds() {
        String code = code();
        assertThat(trade(code).statusCode()).isEqualTo(200);
        assertThat(trade(code).statusCode()).isEqualTo(400);
        String late = code();
        client.wait(Duration.ofSeconds(60));
        HttpResponse<String> answer = trade(late);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(json(answer).path("hint").asText()).contains("expired");
    }

    @Test
    void theVerifierMustFitTheChallenge() {
        String[] challenge = {"code_challenge", CHALLENGE, "code_challenge_method", "S256"};
        assertThat(trade(code(challenge), "code_verifier", VERIFIER).statusCode())
                .isEqualTo(200);
        assertThat(trade(code(challenge), "code_verifier", VERIFIER + "x").statusCode())
                .isEqualTo(400);
        assertThat(trade(code(challenge)).statusCode()).isEqualTo(400);
        assertThat(client.callback(AUTHORIZE, asking("code_challenge", CHALLENGE)))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void aWrongClientOrAddressIsRefused() {
        assertThat(client.get(AUTHORIZE, asking("client_id", "other")).statusCode())
                .isEqualTo(400);
        assertThat(client.get(AUTHORIZE, asking("redirect_uri", "")).statusCode())
                .isEqualTo(400);
        assertThat(trade(code(), "client_secret", "wrong").statusCode()).isEqualTo(401);
        assertThat(trade(code(), "redirect_uri", "http://127.0.0.1/other").statusCode())
                .isEqualTo(400);
        assertThat(client.callback(AUTHORIZE, asking("response_type", "token")))
                .containsEntry("error", "unsupported_response_type");
    }

    @Test
    void theOldRefreshTokenDiesWhenTheNewAccessTokenIsFirstUsed() {
        JsonNode first = first();
        JsonNode lost = json(refresh(refresh(first)));
        JsonNode second = json(refresh(refresh(first)));
        assertThat(refresh(second)).isNotEqualTo(refresh(first)).isNotEqualTo(refresh(lost));
        assertThat(client.rseries(access(second)).statusCode()).isEqualTo(200);
        HttpResponse<String> late = refresh(refresh(first));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(json(late).path("hint").asText()).contains("revoked");
        assertThat(refresh(refresh(second)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshWhoseAnswerIsLostMayBeTriedAgain() {
        JsonNode first = first();
        client.control("POST", "faults", """
                [{"on":{"platform":"rseries","pathContains":"/auth/oauth/token"},"do":{"kind":"cut-after"}}]""");
        assertThatThrownBy(() -> refresh(refresh(first))).isInstanceOf(UncheckedIOException.class);
        assertThat(client.control("GET", "tokens", "").at("/rseries/tokens")).hasSize(2);
        assertThat(refresh(refresh(first)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenLeftAloneForThirtyDaysIsDead() {
        JsonNode first = first();
        client.wait(Duration.ofDays(30));
        assertThat(json(refresh(refresh(first))).path("hint").asText()).contains("expired");
    }

    @Test
    void fiveRefreshesAMinuteAreLetThroughForEachConnection() {
        JsonNode pair = first();
        for (int i = 0; i < 5; i++) {
            pair = json(refresh(refresh(pair)));
        }
        HttpResponse<String> sixth = refresh(refresh(pair));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("60");
        assertThat(refresh(refresh(first())).statusCode()).isEqualTo(200);
        client.wait(Duration.ofSeconds(60));
        assertThat(refresh(refresh(pair)).statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredAndARevokedAccessTokenAreToldApart() {
        JsonNode first = first();
        client.control("POST", "tokens/revoke", "{\"platform\":\"rseries\",\"id\":1,\"what\":\"access\"}");
        HttpResponse<String> revoked = client.rseries(access(first));
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(json(revoked).path("error").asText()).isEqualTo("access_denied");
        assertThat(json(revoked).path("hint").asText()).isEqualTo("Access token has been revoked");
        JsonNode second = json(refresh(refresh(first)));
        client.wait(Duration.ofMinutes(30));
        HttpResponse<String> expired = client.rseries(access(second));
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(json(expired).path("hint").asText()).isEqualTo("Access token could not be verified");
    }

    @Test
    void theFixedTokenNeverEnds() {
        client.control("POST", "tokens/revoke", "{\"platform\":\"rseries\"}");
        client.wait(Duration.ofDays(400));
        assertThat(client.rseries(client.sandbox.rseriesToken()).statusCode()).isEqualTo(200);
    }
}
