package io.tallyport.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps tokens by their hashes. Joins the caller's unit of work; thread-safe. */
public interface ApiTokens {

    /**
     * Adds one.
     *
     * @param hash SHA-256 of the token in hexadecimal digits; unique
     */
    void add(ApiToken token, String hash);

    /** The one with this hash, live or not. */
    Optional<ApiToken> find(String hash);

    /** All of them, the newest first. */
    List<ApiToken> all();

    /** False, and nothing changed, when there is none of that id or it is revoked already. */
    boolean revoke(String id, Instant at);
}
