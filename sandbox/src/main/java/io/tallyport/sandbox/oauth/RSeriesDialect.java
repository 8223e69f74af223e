package io.tallyport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * R-Series: codes of 60 seconds, PKCE, access tokens that are JWTs, and refresh tokens that die when the new access token
 * is first used, or after 30 days; five refreshes a minute for each connection.
 *
 * <p>Rests on the pages <em>authentication</em> and <em>changelog</em> of developers.lightspeedhq.com/retail. The form of
 * errors of the token endpoint is not told there: here it is the form of RFC 6749 with the vendor's {@code hint}.
 */
final class RSeriesDialect implements Dialect {

    private static final int REFRESHES_A_MINUTE = 5;

    private final Clock clock;
    private final String account;
    private final String clientId;
    private final Map<Long, AttemptLimit> limits = new ConcurrentHashMap<>();

    RSeriesDialect(Clock clock, String account, String clientId) {
        this.clock = clock;
        this.account = account;
        this.clientId = clientId;
    }

    @Override
    public String authorizePath() {
        return "/auth/oauth/authorize";
    }

    @Override
    public String tokenPath() {
        return "/auth/oauth/token";
    }

    @Override
    public Duration codeLife() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Lifetimes lifetimes(IssuedPair.Grant grant) {
        return Lifetimes.of(Duration.ofMinutes(30), Duration.ofDays(30));
    }

    @Override
    public Rotation rotation() {
        return Rotation.ON_FIRST_USE;
    }

    @Override
    public Set<TokenRequest.Form> forms() {
        return Set.of(TokenRequest.Form.values());
    }

    @Override
    public String scope(SandboxRequest authorize) {
        return authorize.parameter("scope").orElse("");
    }

    @Override
    public Map<String, String> callback(Map<String, String> extra, SandboxRequest authorize, String scope) {
        Map<String, String> callback = new LinkedHashMap<>(extra);
        authorize.parameter("state").ifPresent(state -> callback.put("state", state));
        return callback;
    }

    @Override
    public String grantType(TokenRequest request) {
        return request.required("grant_type");
    }

    @Override
    public Optional<String> redirectUri(TokenRequest request) {
        return request.field("redirect_uri");
    }

    @Override
    public IssuedPair.Grant grant(String type, String scope, TokenRequest request) {
        if (type.equals("client_credentials")) {
            throw OauthError.unsupportedGrant(type);
        }
        return new IssuedPair.Grant(type, scope, true, true);
    }

    /** Long, and of varying length. */
    @Override
    public IssuedPair.Tokens mint(IssuedPair.Grant grant, IssuedPair.Times times) {
        ObjectNode claims = Json.object()
                .put("iss", "https://cloud.lightspeedapp.com")
                .put("aud", clientId)
                .put("jti", Texts.random("", 8 + Math.floorMod(Texts.bytes(1)[0], 8)))
                .put("iat", times.issued().getEpochSecond())
                .put("acct", Long.parseLong(account))
                .put("scope", grant.scope());
        times.accessUntil().ifPresent(end -> claims.put("exp", end.getEpochSecond()));
        ObjectNode header = Json.object().put("typ", "JWT").put("alg", "RS256").put("kid", "sandbox");
        String access = part(header) + "." + part(claims) + "." + Texts.base64(Texts.bytes(256));
        return new IssuedPair.Tokens(access, Optional.of(Texts.random("def5020", 160)));
    }

    private static String part(ObjectNode json) {
        return Texts.base64(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the scopes, which R-Series does not tell. */
    @Override
    public ObjectNode answer(IssuedPair pair) {
        ObjectNode answer = Json.object().put("token_type", "Bearer");
        pair.secondsToLive().ifPresent(seconds -> answer.put("expires_in", seconds));
        answer.put("access_token", pair.tokens().access());
        pair.tokens().refresh().ifPresent(refresh -> answer.put("refresh_token", refresh));
        return answer;
    }

    @Override
    public Optional<AttemptLimit> limit(Optional<IssuedPair> refreshing) {
        return refreshing.map(pair -> limits.computeIfAbsent(
                pair.family(), family -> new AttemptLimit(clock, REFRESHES_A_MINUTE, Duration.ofMinutes(1))));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public SandboxResponse refused(OauthError error) {
        ObjectNode body = Json.object().put("error", error.code()).put("error_description", error.description());
        error.hint().ifPresent(hint -> body.put("hint", hint));
        return SandboxResponse.json(error.status(), Map.of(), Json.write(body));
    }

    @Override
    public SandboxResponse throttled(Optional<AttemptLimit> limit, Optional<String> retryAfter) {
        String seconds = retryAfter
                .or(() -> limit.map(one -> Long.toString(one.secondsLeft())))
                .orElse("60");
        return failed(429, Map.of("Retry-After", seconds));
    }

    @Override
    public SandboxResponse failed(int status, Map<String, String> headers) {
        ObjectNode body = Json.object()
                .put("httpCode", Integer.toString(status))
                .put("httpMessage", status == 429 ? "Too Many Requests" : "Error")
                .put("message", status == 429 ? "Rate Limit Exceeded" : "Error " + status)
                .put("errorClass", "Exception");
        return SandboxResponse.json(status, headers, Json.write(body));
    }
}
