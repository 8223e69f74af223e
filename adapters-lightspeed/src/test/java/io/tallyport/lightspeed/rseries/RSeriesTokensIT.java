package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.Credentials;
import io.tallyport.remote.Owner;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-Series' own rules of tokens, against the stand-in's authorization server. */
final class RSeriesTokensIT {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ConnectionId TILL = new ConnectionId("till");
    private static final URI BACK = URI.create("http://127.0.0.1:9/callback");

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(5).withBaseClock(STANDING));
    private final CallJournal journal = new CallJournal();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final ConnectionStore connections = new InMemoryConnectionStore();
    private final Credentials credentials = TestCredentials.of(secrets, connections, sandbox.clock());
    private final Connectors connectors = new Connectors(
            List.of(new RSeriesConnector(
                    credentials,
                    (connection, access, operation) -> {},
                    journal,
                    sandbox.clock(),
                    wait -> sandbox.clock().advance(wait),
                    RemoteSettings.DEFAULT)),
            connections);

    RSeriesTokensIT() {
        connections.save(connection(AccessMode.READ));
    }

    private Connection connection(AccessMode mode) {
        return new Connection(
                TILL,
                new Platform("lightspeed-r"),
                sandbox.rseriesAccount(),
                URI.create(sandbox.rseriesBaseUrl()),
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
                        sandbox.rseriesBaseUrl() + "/auth/oauth/authorize",
                        "token-url",
                        sandbox.rseriesBaseUrl() + "/auth/oauth/token"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private ConnectorSession authorized() {
        AuthorizeConnection authorize = new AuthorizeConnection(
                connections,
                connectors,
                credentials.tokens(),
                credentials.leases(),
                new InMemoryAuditTrail(),
                new InMemoryUnitOfWork(),
                sandbox.clock());
        AuthorizeConnection.Pending pending = authorize.begin(TILL, BACK);
        pending.complete(Owner.answers(pending.page()), "owner");
        return connectors.open(TILL);
    }

    private long refreshes() {
        return journal.all().stream()
                .filter(call -> call.operation().equals("token.refresh"))
                .count();
    }

    private void control(String path, String body) {
        Owner.tells(sandbox.controlUrl() + "/" + path, body);
    }

    @Test
    void aConnectionIsAuthorizedWithAProofKeyAndWorks() {
        ConnectorSession session = authorized();

        assertThat(session.check().problems()).isEmpty();
        assertThat(session.locations()).isNotEmpty();
        assertThat(refreshes()).isZero();
    }

    @Test
    void anExpiredTokenIsRenewedOnTheWayAsOftenAsItExpires() {
        ConnectorSession session = authorized();
        for (int day = 1; day <= 3; day++) {
            sandbox.clock().advance(Duration.ofDays(1));
            assertThat(session.locations()).isNotEmpty();
            assertThat(refreshes()).isEqualTo(day);
        }
    }

    @Test
    void aRefreshWhoseAnswerWasLostIsSentAgain() {
        ConnectorSession session = authorized();
        sandbox.clock().advance(Duration.ofHours(1));
        control(
                "faults",
                "[{\"on\":{\"platform\":\"rseries\",\"pathContains\":\"/token\"},\"do\":{\"kind\":\"cut-after\"}}]");

        assertThat(session.locations()).isNotEmpty();
        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void aTokenThatWasRevokedIsReplacedOnce() {
        ConnectorSession session = authorized();
        sandbox.clock().advance(Duration.ofMinutes(1));
        control("tokens/revoke", "{\"platform\":\"rseries\",\"what\":\"access\"}");

        assertThat(session.locations()).isNotEmpty();
        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void anAuthorizationThatWasTakenBackAsksForANewOne() {
        ConnectorSession session = authorized();
        sandbox.clock().advance(Duration.ofMinutes(1));
        control("tokens/revoke", "{\"platform\":\"rseries\",\"what\":\"both\"}");

        PortException failure = catchThrowableOfType(PortException.class, session::locations);

        assertThat(failure.describe()).contains("TP040", "tallyport connection authorize");
        assertThat(authorized().locations()).isNotEmpty();
    }

    @Test
    void anOwnerWhoSaysNoIsHeard() {
        control("tokens/deny", "{\"platform\":\"rseries\"}");

        assertThat(catchThrowableOfType(PortException.class, this::authorized).describe())
                .contains("TP045", "access_denied");
    }

    @Test
    void whoMayWriteGetsTheRightsToItAndNobodyElse() {
        StockAdjuster reading = authorized().port(StockAdjuster.class).orElseThrow();
        assertThatThrownBy(() -> reading.mark(new ExternalId("1")))
                .isInstanceOfSatisfying(
                        PortException.Authentication.class,
                        refused -> assertThat(refused.context().code()).contains(LightspeedErrors.RIGHTS_TOO_NARROW));

        connections.save(connection(AccessMode.READ_WRITE));

        assertThat(authorized().check().problems()).isEmpty();
    }
}
