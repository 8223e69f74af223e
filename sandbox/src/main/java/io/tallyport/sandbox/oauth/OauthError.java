package io.tallyport.sandbox.oauth;

import java.util.Objects;
import java.util.Optional;

/** A request that an authorization server turns down, by the codes of RFC 6749. */
final class OauthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Optional<String> hint;

    private OauthError(int status, String code, String description, Optional<String> hint) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
        this.hint = hint;
    }

    static OauthError invalidRequest(String description) {
        return new OauthError(400, "invalid_request", description, Optional.empty());
    }

    static OauthError invalidScope(String description) {
        return new OauthError(400, "invalid_scope", description, Optional.empty());
    }

    static OauthError invalidGrant(String description, String hint) {
        return new OauthError(400, "invalid_grant", description, Optional.of(hint));
    }

    static OauthError invalidClient() {
        return new OauthError(401, "invalid_client", "Client authentication failed", Optional.empty());
    }

    static OauthError unsupportedGrant(String type) {
        return new OauthError(
                400, "unsupported_grant_type", "The grant type '" + type + "' is not supported.", Optional.empty());
    }

    static OauthError accessDenied() {
        return new OauthError(
                401,
                "access_denied",
                "The resource owner or authorization server denied the request.",
                Optional.empty());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String description() {
        return Objects.requireNonNullElse(getMessage(), code);
    }

    Optional<String> hint() {
        return hint;
    }
}
