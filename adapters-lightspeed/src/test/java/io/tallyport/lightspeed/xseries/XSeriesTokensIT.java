package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Authorizer;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Answer;
import io.tallyport.remote.AnswerClassifier;
import io.tallyport.remote.AuthOptions;
import io.tallyport.remote.Breakdown;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.Owner;
import io.tallyport.remote.Problem;
import io.tallyport.remote.RemoteApis;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.Surroundings;
import io.tallyport.remote.TestCredentials;
import io.tallyport.remote.TokenProvider;
import io.tallyport.remote.Tokens;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** X-Series' rules of tokens, against the stand-in's authorization server. */
final class XSeriesTokensIT {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final URI BACK = URI.create("http://127.0.0.1:9/callback");
    private static final ErrorCode CODE = new ErrorCode("XX001", "no token", "store one");

    /** Names breakdowns; nothing but tokens is asked for here. */
    private static final AnswerClassifier WORDS = new AnswerClassifier() {
        @Override
        public Optional<Problem> problem(Answer<?> answer) {
            return Optional.empty();
        }

        @Override
        public ErrorCode code(Breakdown breakdown) {
            return CODE;
        }
    };

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(5).withBaseClock(STANDING));
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final ConnectionStore connections = new InMemoryConnectionStore();
    private final Credentials credentials = TestCredentials.of(secrets, connections, sandbox.clock());
    private final Tokens tokens = new Tokens(
            credentials,
            Surroundings.of(
                    (connection, access, operation) -> {},
                    new CallJournal(),
                    sandbox.clock(),
                    wait -> sandbox.clock().advance(wait)),
            new RemoteApis(RemoteSettings.DEFAULT.http()),
            RemoteSettings.DEFAULT,
            WORDS,
            CODE);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Connection connection(String store) {
        return connection(store, AccessMode.READ);
    }

    private Connection connection(String store, AccessMode mode) {
        return new Connection(
                new ConnectionId("till"),
                new Platform("lightspeed-x"),
                store,
                URI.create(sandbox.xseriesBaseUrl()),
                Environment.SANDBOX,
                mode,
                true,
                Map.of("client-secret", secrets.store("client", new Secret(sandbox.clientSecret()))),
                Map.of(
                        "auth",
                        "oauth",
                        "client-id",
                        sandbox.clientId(),
                        "auth-url",
                        sandbox.xseriesBaseUrl() + "/connect"));
    }

    private TokenProvider authorized(String store) {
        Connection connection = connection(store);
        connections.save(connection);
        AuthOptions options = XSeriesGrant.options(connection.options());
        Authorizer authorizer = tokens.authorizer(connection, options, XSeriesGrant.of(connection, options))
                .orElseThrow();
        URI page = authorizer.page(new Authorizer.Question(BACK, "state-of-8+", "challenge"));
        credentials.tokens().put(connection.id(), authorizer.exchange(BACK, "verifier", Owner.answers(page)));
        return tokens.provider(connection, options, XSeriesGrant.of(connection, options));
    }

    @Test
    void aTokenIsRenewedEachDay() {
        TokenProvider provider = authorized(sandbox.xseriesDomainPrefix());
        Secret first = provider.token();
        assertThat(provider.token()).isEqualTo(first);

        sandbox.clock().advance(Duration.ofDays(1));
        Secret second = provider.token();
        sandbox.clock().advance(Duration.ofDays(1));

        assertThat(second).isNotEqualTo(first);
        assertThat(provider.token()).isNotEqualTo(second);
    }

    @Test
    void aRefreshWhoseAnswerWasLostAsksForANewAuthorization() {
        TokenProvider provider = authorized(sandbox.xseriesDomainPrefix());
        sandbox.clock().advance(Duration.ofDays(1));
        Owner.tells(
                sandbox.controlUrl() + "/faults",
                "[{\"on\":{\"platform\":\"xseries\"},\"do\":{\"kind\":\"cut-after\"}}]");

        PortException lost = catchThrowableOfType(PortException.class, provider::token);
        PortException refused = catchThrowableOfType(PortException.class, provider::token);

        assertThat(lost.kind()).isEqualTo(PortException.Kind.TRANSIENT);
        assertThat(refused.describe()).contains("TP041", "tallyport connection authorize");
        assertThat(authorized(sandbox.xseriesDomainPrefix()).token().reveal()).isNotBlank();
    }

    @Test
    void anotherStoreThanTheConnectionsIsRefused() {
        PortException failure = catchThrowableOfType(PortException.class, () -> authorized("elsewhere"));

        assertThat(failure.describe()).contains("TP044", "another store");
    }

    @Test
    void whoMayWriteAsksForTheRightToWriteAndNobodyElse() {
        assertThat(asked(AccessMode.READ_WRITE)).contains("inventory%3Aread", "inventory%3Awrite");
        assertThat(asked(AccessMode.READ)).contains("inventory%3Aread").doesNotContain("write");
    }

    private String asked(AccessMode mode) {
        Connection connection = connection(sandbox.xseriesDomainPrefix(), mode);
        AuthOptions options = XSeriesGrant.options(connection.options());
        return tokens.authorizer(connection, options, XSeriesGrant.of(connection, options))
                .orElseThrow()
                .page(new Authorizer.Question(BACK, "state-of-8+", "challenge"))
                .getRawQuery();
    }
}
