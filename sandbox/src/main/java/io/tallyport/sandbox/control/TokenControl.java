package io.tallyport.sandbox.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What happens at the authorization servers without passing through their API. Every call may come from any thread; a
 * platform that has no server is an {@link IllegalArgumentException} that names it.
 */
public interface TokenControl {

    /** The platforms that have a server. */
    Set<String> platforms();

    /** Everything issued so far, the oldest first. */
    List<IssuedToken> issued(String platform);

    /** How often what was asked: authorizations, tokenRequests, granted.GRANT, denied, refused, throttled. */
    Map<String, Long> counts(String platform);

    /** All platforms count from zero again. */
    void resetCounts();

    /**
     * Takes tokens back as an admin would.
     *
     * @param id of the pair that is meant, empty for all
     * @return how many pairs were meant
     */
    int revoke(String platform, OptionalLong id, boolean access, boolean refresh);

    /** Tokens issued from now on live so long; what is empty stays as it is. */
    void lifetimes(String platform, Optional<Duration> access, Optional<Duration> refresh);

    /** When used refresh tokens stop working: {@code at-once}, {@code on-first-use} or {@code on-next-refresh}. */
    void rotation(String platform, String rule);

    /** The rule in force. */
    String rotation(String platform);

    /** The next user who is asked to consent says no. */
    void denyNext(String platform);
}
