package io.tallyport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shopify: client credentials for 24 hours without a refresh token; offline tokens by code, for ever or, with
 * {@code expiring=1}, for an hour with a refresh token of 90 days. A used refresh token can be tried again until its
 * replacement is used, for 30 days at most.
 *
 * <p>Rests on shopify.dev: <em>client credentials grant</em>, <em>offline access tokens</em>, and the changelog <em>more
 * resilient refreshes for expiring offline access tokens</em> of 2026-08-28.
 */
final class ShopifyDialect implements Dialect {

    private static final String SHOP = "sandbox.myshopify.com";
    private static final String SCOPES = "read_inventory,read_locations,read_products,write_inventory,write_products";
    private static final Duration CLIENT_CREDENTIALS = Duration.ofHours(24);

    private final Clock clock;
    private final String clientSecret;

    ShopifyDialect(Clock clock, String clientSecret) {
        this.clock = clock;
        this.clientSecret = clientSecret;
    }

    @Override
    public String authorizePath() {
        return "/admin/oauth/authorize";
    }

    @Override
    public String tokenPath() {
        return "/admin/oauth/access_token";
    }

    @Override
    public Duration codeLife() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Lifetimes lifetimes(IssuedPair.Grant grant) {
        boolean renewable = grant.renewable();
        return Lifetimes.of(renewable ? Duration.ofHours(1) : CLIENT_CREDENTIALS, Duration.ofDays(90));
    }

    @Override
    public Rotation rotation() {
        return Rotation.ON_NEXT_REFRESH;
    }

    @Override
    public Set<TokenRequest.Form> forms() {
        return Set.of(TokenRequest.Form.JSON, TokenRequest.Form.URL_ENCODED);
    }

    @Override
    public String scope(SandboxRequest authorize) {
        return authorize.parameter("scope").orElse(SCOPES);
    }

    /** Signed with the client secret: the hex HMAC of the other parameters, sorted by name. */
    @Override
    public Map<String, String> callback(Map<String, String> extra, SandboxRequest authorize, String scope) {
        Map<String, String> callback = new TreeMap<>(extra);
        callback.put("shop", SHOP);
        callback.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        authorize.parameter("state").ifPresent(state -> callback.put("state", state));
        String signed = callback.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        Map<String, String> all = new LinkedHashMap<>(callback);
        all.put("hmac", hmac(signed));
        return all;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code is traded in without saying so. */
    @Override
    public String grantType(TokenRequest request) {
        return request.field("grant_type").orElse("authorization_code");
    }

    @Override
    public Optional<String> redirectUri(TokenRequest request) {
        return Optional.empty();
    }

    @Override
    public IssuedPair.Grant grant(String type, String scope, TokenRequest request) {
        if (type.equals("client_credentials")) {
            return new IssuedPair.Grant(type, SCOPES, true, false);
        }
        boolean expiring = request.field("expiring").filter("1"::equals).isPresent();
        return new IssuedPair.Grant(type, scope, expiring, expiring);
    }

    @Override
    public IssuedPair.Tokens mint(IssuedPair.Grant grant, IssuedPair.Times times) {
        Optional<String> refresh = Optional.of(Texts.random("shprt_", 16)).filter(text -> grant.renewable());
        return new IssuedPair.Tokens(Texts.random("shpat_", 16), refresh);
    }

    @Override
    public ObjectNode answer(IssuedPair pair) {
        ObjectNode answer = Json.object().put("access_token", pair.tokens().access());
        answer.put("scope", pair.grant().scope());
        pair.secondsToLive().ifPresent(seconds -> answer.put("expires_in", seconds));
        pair.tokens().refresh().ifPresent(refresh -> answer.put("refresh_token", refresh));
        pair.times().refreshUntil().ifPresent(end -> answer.put("refresh_token_expires_in", pair.secondsUntil(end)));
        return answer;
    }

    @Override
    public Optional<AttemptLimit> limit(Optional<IssuedPair> refreshing) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public SandboxResponse refused(OauthError error) {
        ObjectNode body = Json.object()
                .put("error", error.code())
                .put("error_description", error.hint().orElse(error.description()));
        return SandboxResponse.json(error.status(), Map.of(), Json.write(body));
    }

    @Override
    public SandboxResponse throttled(Optional<AttemptLimit> limit, Optional<String> retryAfter) {
        return failed(429, Map.of("Retry-After", retryAfter.orElse("2.0")));
    }

    @Override
    public SandboxResponse failed(int status, Map<String, String> headers) {
        return SandboxResponse.json(status, headers, Json.write(Json.object().put("errors", "Error " + status)));
    }
}
