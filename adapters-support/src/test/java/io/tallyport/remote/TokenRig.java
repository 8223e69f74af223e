package io.tallyport.remote;

import com.sun.net.httpserver.HttpExchange;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectionTokens;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.InMemoryLeases;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that was authorized, before a scripted token server. */
final class TokenRig implements AutoCloseable {

    static final ConnectionId TILL = new ConnectionId("till");
    static final ErrorCode UNUSABLE = new ErrorCode("XX004", "no token", "store one");
    static final String CLIENT_SECRET = "client-5ecret";
    static final Duration HOUR = Duration.ofHours(1);

    final StandIn server = new StandIn();
    final HandClock hand = new HandClock();
    final CallJournal journal = new CallJournal();
    final ConnectionStore connections = new InMemoryConnectionStore();
    final SecretStore secrets = new InMemorySecretStore();
    Clock clock = hand;
    Sleeper sleeper = hand;
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    Leases leases = new InMemoryLeases(hand);

    TokenRig() {
        connections.save(new Connection(
                TILL,
                new Platform("till"),
                "797",
                server.url(),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of(AuthOptions.CLIENT_SECRET_PURPOSE, secrets.store("client", new Secret(CLIENT_SECRET))),
                Map.of(AuthOptions.AUTH, "oauth", AuthOptions.CLIENT_ID, "app-1")));
    }

    /** The words of no platform in particular. */
    static final AnswerClassifier PLATFORM = new AnswerClassifier() {
        @Override
        public Optional<Problem> problem(Answer<?> answer) {
            return answer.status() == 401
                    ? Optional.of(Problem.of(Problem.Kind.TOKEN_REFUSED, "the token has expired", UNUSABLE))
                    : Optional.empty();
        }

        @Override
        public ErrorCode code(Breakdown breakdown) {
            return new ErrorCode("XX010", breakdown.name(), "wait");
        }
    };

    ConnectionTokens store() {
        return new ConnectionTokens(connections, secrets, unitOfWork);
    }

    Connection connection() {
        return connections.find(TILL).orElseThrow();
    }

    OAuthGrant grant() {
        return OAuthGrant.of(server.url().resolve("/authorize"), server.url().resolve("/token"));
    }

    Surroundings around() {
        return new Surroundings(
                (id, access, operation) -> {}, journal, clock, sleeper, () -> 0, new LocalBudgetLedger(clock));
    }

    /** What one process has. */
    Tokens tokens() {
        return new Tokens(
                new Credentials(secrets, store(), leases),
                around(),
                new RemoteApis(RemoteSettings.DEFAULT.http()),
                RemoteSettings.DEFAULT,
                PLATFORM,
                UNUSABLE);
    }

    TokenProvider provider(OAuthGrant grant) {
        return provider(grant, AuthWay.OAUTH);
    }

    TokenProvider provider(OAuthGrant grant, AuthWay way) {
        return tokens().provider(connection(), options(way), grant);
    }

    AuthOptions options(AuthWay way) {
        return new AuthOptions(way, "app-1", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Puts the pair {@code access-N}, {@code refresh-N} into the store, which lives for an hour from now on. */
    TokenRecord issued(int number) {
        return put(record(number, clock.instant(), null));
    }

    TokenRecord record(int number, Instant from, @Nullable Instant sentAt) {
        return new TokenRecord(
                new Secret("access-" + number),
                new Secret("refresh-" + number),
                from,
                from.plus(HOUR),
                number,
                sentAt,
                null);
    }

    TokenRecord put(TokenRecord record) {
        store().put(TILL, record.asSecret());
        return record;
    }

    TokenRecord stored() {
        return store().find(TILL).flatMap(TokenRecord::of).orElseThrow();
    }

    /** Lets the clock go on without anybody waiting. */
    void pass(Duration time) {
        try {
            hand.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token server's answer with the pair of that number. */
    static String pair(int number) {
        return "{\"token_type\":\"Bearer\",\"access_token\":\"access-" + number + "\",\"refresh_token\":\"refresh-"
                + number + "\",\"expires_in\":3600}";
    }

    /** Answers with JSON from inside a script. */
    static void give(HttpExchange exchange, String json) throws IOException {
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.close();
    }
}
