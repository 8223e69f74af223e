package io.tallyport.sandbox.oauth;

/** The access tokens that a stand-in accepts; called from many threads at once. */
@FunctionalInterface
public interface AccessTokens {

    /** What {@code token} is worth. Showing a token uses it, which may retire the refresh token it came from. */
    Standing present(String token);

    /** Whether {@code token} opens the door. */
    default boolean accepts(String token) {
        return present(token) == Standing.VALID;
    }

    /** Whether {@code token} was given the right named {@code scope}; those that no server issued have all rights. */
    default boolean allows(String token, String scope) {
        return true;
    }

    /** Accepts one token, for ever. */
    static AccessTokens only(String token) {
        return shown -> shown.equals(token) ? Standing.VALID : Standing.UNKNOWN;
    }
}
