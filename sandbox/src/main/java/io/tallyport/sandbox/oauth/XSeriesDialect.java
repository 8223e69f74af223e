package io.tallyport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * X-Series: a state of eight characters or more, scopes by name, a token endpoint that reads forms only and counts its
 * own requests, and refresh tokens that die together with the old access token in the moment they are used.
 *
 * <p>Rests on the pages <em>authorization</em> and <em>rate_limiting</em> and on the changelog of
 * x-series-api.lightspeedhq.com. How many requests the token endpoint takes and the form of its errors are not told there.
 */
final class XSeriesDialect implements Dialect {

    private static final int MOST_A_MINUTE = 20;
    private static final int SHORTEST_STATE = 8;

    private final String domainPrefix;
    private final AttemptLimit limit;

    XSeriesDialect(Clock clock, String domainPrefix) {
        this.domainPrefix = domainPrefix;
        this.limit = new AttemptLimit(clock, MOST_A_MINUTE, Duration.ofMinutes(1));
    }

    @Override
    public String authorizePath() {
        return "/connect";
    }

    @Override
    public String tokenPath() {
        return "/api/1.0/token";
    }

    @Override
    public Duration codeLife() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Lifetimes lifetimes(IssuedPair.Grant grant) {
        return new Lifetimes(Duration.ofDays(1), Optional.empty());
    }

    @Override
    public Rotation rotation() {
        return Rotation.AT_ONCE;
    }

    @Override
    public Set<TokenRequest.Form> forms() {
        return Set.of(TokenRequest.Form.URL_ENCODED);
    }

    @Override
    public String scope(SandboxRequest authorize) {
        if (authorize.parameter("state").orElse("").length() < SHORTEST_STATE) {
            throw OauthError.invalidRequest("The parameter 'state' needs 8 characters or more.");
        }
        return authorize
                .parameter("scope")
                .filter(scope -> !scope.isBlank())
                .orElseThrow(() -> OauthError.invalidScope("The parameter 'scope' is missing."));
    }

    @Override
    public Map<String, String> callback(Map<String, String> extra, SandboxRequest authorize, String scope) {
        Map<String, String> callback = new LinkedHashMap<>(extra);
        if (extra.containsKey("code")) {
            callback.put("domain_prefix", domainPrefix);
            callback.put("scope", scope);
        }
        authorize.parameter("state").ifPresent(state -> callback.put("state", state));
        return callback;
    }

    @Override
    public String grantType(TokenRequest request) {
        return request.required("grant_type");
    }

    @Override
    public Optional<String> redirectUri(TokenRequest request) {
        return Optional.of(request.required("redirect_uri"));
    }

    @Override
    public IssuedPair.Grant grant(String type, String scope, TokenRequest request) {
        if (type.equals("client_credentials")) {
            throw OauthError.unsupportedGrant(type);
        }
        return new IssuedPair.Grant(type, scope, true, true);
    }

    @Override
    public IssuedPair.Tokens mint(IssuedPair.Grant grant, IssuedPair.Times times) {
        return new IssuedPair.Tokens(Texts.random("", 32), Optional.of(Texts.random("", 32)));
    }

    @Override
    public ObjectNode answer(IssuedPair pair) {
        ObjectNode answer =
                Json.object().put("access_token", pair.tokens().access()).put("token_type", "Bearer");
        pair.times().accessUntil().ifPresent(end -> answer.put("expires", end.getEpochSecond()));
        pair.secondsToLive().ifPresent(seconds -> answer.put("expires_in", seconds));
        pair.tokens().refresh().ifPresent(refresh -> answer.put("refresh_token", refresh));
        return answer.put("domain_prefix", domainPrefix)
                .put("scope", pair.grant().scope());
    }

    @Override
    public Optional<AttemptLimit> limit(Optional<IssuedPair> refreshing) {
        return Optional.of(limit);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(limit.most()),
                "X-RateLimit-Remaining", Integer.toString(limit.remaining()),
                "X-RateLimit-Reset", Long.toString(limit.ends().getEpochSecond()));
    }

    @Override
    public SandboxResponse refused(OauthError error) {
        ObjectNode body = Json.object()
                .put("error", error.code())
                .put("error_description", error.hint().orElse(error.description()));
        return SandboxResponse.json(error.status(), headers(), Json.write(body));
    }

    /** When to come back is told by X-RateLimit-Reset alone, in seconds since 1970. */
    @Override
    public SandboxResponse throttled(Optional<AttemptLimit> reached, Optional<String> retryAfter) {
        Map<String, String> headers = new LinkedHashMap<>(headers());
        headers.put("X-RateLimit-Remaining", "0");
        retryAfter.ifPresent(value -> headers.put("Retry-After", value));
        ObjectNode body = Json.object().put("error", "Too Many Requests").put("message", "Rate limiting enforced");
        return SandboxResponse.json(429, headers, Json.write(body));
    }

    @Override
    public SandboxResponse failed(int status, Map<String, String> headers) {
        return SandboxResponse.json(status, headers, Json.write(Json.object().put("error", "Error " + status)));
    }
}
