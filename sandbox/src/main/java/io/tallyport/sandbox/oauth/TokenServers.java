package io.tallyport.sandbox.oauth;

import io.tallyport.sandbox.control.IssuedToken;
import io.tallyport.sandbox.control.TokenControl;
import io.tallyport.sandbox.http.Endpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The authorization servers of all platforms, for the one client there is. */
public final class TokenServers implements TokenControl {

    /** Where each server listens, by prefixes of paths. */
    private static final Map<String, String> PATHS = Map.of(
            "/auth/oauth/", "rseries", "/connect", "xseries", "/api/1.0/token", "xseries", "/admin/oauth/", "shopify");

    private final Map<String, TokenServer> servers = new TreeMap<>();

    /**
     * Servers that have issued nothing yet.
     *
     * @param account the R-Series account that access tokens name
     * @param domainPrefix the X-Series store's
     */
    public TokenServers(Clock clock, String clientId, String clientSecret, String account, String domainPrefix) {
        Map<String, Dialect> dialects = Map.of(
                "rseries", new RSeriesDialect(clock, account, clientId),
                "xseries", new XSeriesDialect(clock, domainPrefix),
                "shopify", new ShopifyDialect(clock, clientSecret));
        dialects.forEach(
                (platform, dialect) -> servers.put(platform, new TokenServer(dialect, clock, clientId, clientSecret)));
    }

    /** The platform of each path prefix. */
    public Map<String, String> paths() {
        return PATHS;
    }

    /** The server of {@code platform}, one of those that {@link #platforms()} names. */
    public Endpoint endpoint(String platform) {
        return server(platform);
    }

    /** What {@code platform} accepts: {@code fixedToken} for ever, and whatever its server issued while it is good. */
    public AccessTokens accepting(String platform, String fixedToken) {
        TokenLedger ledger = server(platform).ledger();
        return new AccessTokens() {
            @Override
            public Standing present(String token) {
                return token.equals(fixedToken) ? Standing.VALID : ledger.present(token);
            }

            @Override
            public boolean allows(String token, String scope) {
                return token.equals(fixedToken) || ledger.allows(token, scope);
            }
        };
    }

    @Override
    public Set<String> platforms() {
        return new TreeSet<>(servers.keySet());
    }

    @Override
    public List<IssuedToken> issued(String platform) {
        return server(platform).ledger().lines().stream()
                .map(TokenServers::shown)
                .toList();
    }

    private static IssuedToken shown(TokenLedger.Line line) {
        IssuedPair pair = line.pair();
        return new IssuedToken(
                pair.id(),
                pair.grant().type(),
                Texts.masked(pair.tokens().access()),
                line.access().name(),
                line.used(),
                pair.times().issued(),
                pair.times().accessUntil(),
                pair.tokens().refresh().map(Texts::masked),
                pair.tokens().refresh().map(text -> line.refresh().name()),
                pair.times().refreshUntil());
    }

    @Override
    public Map<String, Long> counts(String platform) {
        return server(platform).counts().all();
    }

    @Override
    public void resetCounts() {
        servers.values().forEach(server -> server.counts().reset());
    }

    @Override
    public int revoke(String platform, OptionalLong id, boolean access, boolean refresh) {
        return server(platform).ledger().revoke(pair -> id.isEmpty() || pair.id() == id.getAsLong(), access, refresh);
    }

    @Override
    public void lifetimes(String platform, Optional<Duration> access, Optional<Duration> refresh) {
        server(platform).ledger().live(access, refresh);
    }

    @Override
    public void rotation(String platform, String rule) {
        server(platform).ledger().become(Rotation.named(rule));
    }

    @Override
    public String rotation(String platform) {
        return server(platform).ledger().rotation().controlName();
    }

    @Override
    public void denyNext(String platform) {
        server(platform).denyNext();
    }

    private TokenServer server(String platform) {
        TokenServer server = servers.get(platform);
        if (server == null) {
            throw new IllegalArgumentException(
                    "unknown platform '" + platform + "'; known are " + String.join(", ", servers.keySet()));
        }
        return server;
    }
}
