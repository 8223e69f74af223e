package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.tallyport.core.kernel.ConnectionId;
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

/** Shopify's ways to a token, against the stand-in's authorization server. */
final class ShopifyTokensIT {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ConnectionId WEB = new ConnectionId("web");
    private static final URI BACK = URI.create("http://127.0.0.1:9/callback");

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(5).withBaseClock(STANDING));
    private final CallJournal journal = new CallJournal();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final ConnectionStore connections = new InMemoryConnectionStore();
    private final Credentials credentials = TestCredentials.of(secrets, connections, sandbox.clock());
    private final Connectors connectors = new Connectors(
            List.of(new ShopifyConnector(
                    credentials,
                    (connection, access, operation) -> {},
                    journal,
                    sandbox.clock(),
                    wait -> sandbox.clock().advance(wait),
                    RemoteSettings.DEFAULT)),
            connections);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private ConnectorSession connected(String way, String clientSecret) {
        connections.save(new Connection(
                WEB,
                new Platform("shopify"),
                "sandbox.myshopify.com",
                URI.create(sandbox.shopifyBaseUrl()),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of("client-secret", secrets.store("client", new Secret(clientSecret))),
                Map.of("auth", way, "client-id", sandbox.clientId())));
        return connectors.open(WEB);
    }

    private ConnectorSession authorized() {
        ConnectorSession session = connected("oauth", sandbox.clientSecret());
        AuthorizeConnection authorize = new AuthorizeConnection(
                connections,
                connectors,
                credentials.tokens(),
                credentials.leases(),
                new InMemoryAuditTrail(),
                new InMemoryUnitOfWork(),
                sandbox.clock());
        AuthorizeConnection.Pending pending = authorize.begin(WEB, BACK);
        pending.complete(Owner.answers(pending.page()), "owner");
        return session;
    }

    private long requests(String operation) {
        return journal.all().stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    private void control(String path, String body) {
        Owner.tells(sandbox.controlUrl() + "/" + path, body);
    }

    @Test
    void clientCredentialsAreFetchedWhenNeededAndOnceADay() {
        ConnectorSession session = connected("client-credentials", sandbox.clientSecret());

        assertThat(session.check().problems()).isEmpty();
        session.locations();
        assertThat(requests("token.fetch")).isEqualTo(1);

        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(session.locations()).isNotEmpty();
        assertThat(requests("token.fetch")).isEqualTo(2);
    }

    @Test
    void aWrongClientSecretIsNamed() {
        ConnectorSession session = connected("client-credentials", "wr0ng");

        assertThat(catchThrowableOfType(PortException.class, session::locations).describe())
                .contains("TP043")
                .doesNotContain("wr0ng");
    }

    @Test
    void anExpiringTokenIsRefreshedEachHour() {
        ConnectorSession session = authorized();
        assertThat(session.check().problems()).isEmpty();

        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(session.locations()).isNotEmpty();
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(session.locations()).isNotEmpty();

        assertThat(requests("token.refresh")).isEqualTo(2);
    }

    @Test
    void aRefreshWhoseAnswerWasLostAfterTheServerRotatedAsksForANewAuthorization() {
        ConnectorSession session = authorized();
        control("tokens/rotation", "{\"platform\":\"shopify\",\"rule\":\"at-once\"}");
        sandbox.clock().advance(Duration.ofHours(1));
        control(
                "faults",
                "[{\"on\":{\"platform\":\"shopify\",\"pathContains\":\"/oauth/access_token\"},"
                        + "\"do\":{\"kind\":\"cut-after\"}}]");

        PortException lost = catchThrowableOfType(PortException.class, session::locations);
        PortException refused = catchThrowableOfType(PortException.class, session::locations);

        assertThat(lost.kind()).isEqualTo(PortException.Kind.TRANSIENT);
        assertThat(refused.describe()).contains("TP041", "tallyport connection authorize");
        assertThat(authorized().locations()).isNotEmpty();
    }

    @Test
    void anAppThatWasUninstalledIsNoExpiryToRefreshFrom() {
        ConnectorSession session = authorized();
        sandbox.clock().advance(Duration.ofMinutes(5));
        control("tokens/revoke", "{\"platform\":\"shopify\",\"what\":\"both\"}");

        PortException failure = catchThrowableOfType(PortException.class, session::locations);

        assertThat(failure.describe()).contains("SH004", "still installed");
        assertThat(requests("token.refresh")).isZero();
    }
}
