package io.tallyport.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a platform's token server for tokens, for one connection. Thread-safe. */
final class TokenEndpoint {

    private static final String CODE = "token.exchange";
    private static final String REFRESH = "token.refresh";
    private static final String CLIENT = "token.fetch";

    private final OAuthGrant grant;
    private final TokenApi api;
    private final RemoteCalls calls;
    private final Clock clock;

    TokenEndpoint(OAuthGrant grant, TokenApi api, RemoteCalls calls, Clock clock) {
        this.grant = grant;
        this.api = api;
        this.calls = calls;
        this.clock = clock;
    }

    /** Who asks. */
    record Client(String id, Secret secret) {}

    /** The first pair, for a code; a code is good for one request. */
    TokenRecord exchange(Client client, String code, URI redirectUri, String verifier, long generation) {
        Map<String, String> fields = fields(client, "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", redirectUri.toString());
        if (grant.proofKey()) {
            fields.put("code_verifier", verifier);
        }
        fields.putAll(grant.exchange());
        return ask(CallSpec.writeOnce(CODE), fields, null, generation);
    }

    /** The next pair; sent again by itself only where the platform allows it. */
    TokenRecord refresh(Client client, Secret refresh, long generation) {
        Map<String, String> fields = fields(client, "refresh_token");
        fields.put("refresh_token", refresh.reveal());
        CallSpec spec = grant.afterLoss() == OAuthGrant.AfterLoss.REPEATABLE
                ? CallSpec.keyedWrite(REFRESH)
                : CallSpec.writeOnce(REFRESH);
        return ask(spec, fields, refresh, generation);
    }

    /** A token for id and secret alone; each request gives one more, which harms nothing. */
    TokenRecord fetch(Client client, long generation) {
        return ask(CallSpec.keyedWrite(CLIENT), fields(client, "client_credentials"), null, generation);
    }

    private static Map<String, String> fields(Client client, String grantType) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", grantType);
        fields.put("client_id", client.id());
        fields.put("client_secret", client.secret().reveal());
        return fields;
    }

    private TokenRecord ask(
            CallSpec spec, Map<String, String> fields, @Nullable Secret formerRefresh, long generation) {
        Instant before = clock.instant();
        return calls.call(
                spec,
                () -> api.post(grant.tokenUrl(), new TokenFields(grant.body(), fields)),
                answer -> read(answer.body(), before, formerRefresh, generation));
    }

    /** A platform that sends no refresh token along leaves the old one in force (RFC 6749, section 6). */
    private static TokenRecord read(JsonNode json, Instant before, @Nullable Secret formerRefresh, long generation) {
        String refresh = json.path("refresh_token").asText("");
        long seconds = json.path("expires_in").asLong(0);
        return new TokenRecord(
                new Secret(json.path("access_token").asText()),
                refresh.isBlank() ? formerRefresh : new Secret(refresh),
                before,
                seconds > 0 ? before.plusSeconds(seconds) : null,
                generation,
                null,
                null);
    }
}
