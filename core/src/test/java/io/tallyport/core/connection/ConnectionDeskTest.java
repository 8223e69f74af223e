package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.ConnectionDesk.Change;
import io.tallyport.core.connection.ConnectionDesk.Draft;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.RouteId;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionDeskTest {

    private static final ConnectionId WEB = new ConnectionId("web");

    private final ConnectionStore connections = new InMemoryConnectionStore();
    private final RouteStore routes = new InMemoryRouteStore();
    private final SecretStore secrets = new InMemorySecretStore();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final ConnectionDesk desk = new ConnectionDesk(
            connections,
            routes,
            secrets,
            new Connectors(List.of(new NowhereConnector()), connections),
            audit,
            new InMemoryUnitOfWork(),
            Clock.systemUTC());

    /** Knows the platform "nowhere" and opens sessions that do nothing. */
    private static final class NowhereConnector implements Connector {

        @Override
        public Platform platform() {
            return new Platform("nowhere");
        }

        @Override
        public List<String> requiredSecrets(Map<String, String> options) {
            return List.of(options.containsKey("app") ? "client-secret" : "token");
        }

        @Override
        public ConnectorSession open(Connection connection) {
            if (connection.options().containsKey("bad")) {
                throw new IllegalArgumentException("there is no option \"bad\"");
            }
            return new ConnectorSession() {
                @Override
                public Health check() {
                    return new Health("fine", List.of());
                }

                @Override
                public List<Location> locations() {
                    return List.of();
                }

                @Override
                public <T> Optional<T> port(Class<T> type) {
                    return Optional.empty();
                }

                @Override
                public void close() {}
            };
        }
    }

    private static Draft draft(String platform, String url, Map<String, Secret> secrets, Map<String, String> options) {
        return new Draft(
                WEB,
                new Platform(platform),
                "account",
                URI.create(url),
                Environment.SANDBOX,
                AccessMode.READ,
                secrets,
                options);
    }

    private Connection add() {
        return desk.add(
                draft("nowhere", "https://shop.example", Map.of("token", new Secret("hush")), Map.of()), "owner");
    }

    private static SecretHandle handle(Connection connection) {
        return Optional.ofNullable(connection.secrets().get("token")).orElseThrow();
    }

    private String token(Connection connection) {
        return secrets.reveal(handle(connection)).orElseThrow().reveal();
    }

    @Test
    void aConnectionIsAddedWithItsSecretBehindAHandle() {
        Connection added = add();
        assertThat(connections.find(WEB)).contains(added);
        assertThat(token(added)).isEqualTo("hush");
        assertThat(added.toString() + audit.recent(1)).doesNotContain("hush");
        assertThatThrownBy(this::add).hasMessageContaining("already");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsStored() {
        Map<String, Secret> token = Map.of("token", new Secret("hush"));
        assertThatThrownBy(() -> desk.add(draft("elsewhere", "https://a.example", token, Map.of()), "owner"))
                .hasMessageContaining("there are: nowhere");
        assertThatThrownBy(() -> desk.add(draft("nowhere", "https://a.example", Map.of(), Map.of()), "owner"))
                .hasMessageContaining("needs the secret token");
        assertThatThrownBy(() -> desk.add(draft("nowhere", "http://a.example", token, Map.of()), "owner"))
                .hasMessageContaining("https only");
        assertThatThrownBy(() -> desk.add(draft("nowhere", "https://u:p@a.example", token, Map.of()), "owner"))
                .hasMessageContaining("no user")
                .hasMessageNotContaining("u:p");
        assertThatThrownBy(() -> desk.add(draft("nowhere", "https://a.example", token, Map.of("bad", "1")), "owner"))
                .hasMessageContaining("no option");
        assertThat(connections.all()).isEmpty();
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        add();
        Connection changed = desk.change(
                WEB,
                new Change(
                        Optional.empty(),
                        Optional.of(AccessMode.READ_WRITE),
                        Optional.empty(),
                        Map.of("token", new Secret("newer")),
                        Map.of()),
                "owner");
        assertThat(changed.accessMode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(changed.enabled()).isTrue();
        assertThat(token(changed)).isEqualTo("newer");
        assertThat(desk.change(WEB, Change.enabled(false), "owner").enabled()).isFalse();
    }

    @Test
    void aWayToAuthenticateThatLacksItsSecretIsRefused() {
        add();
        Change without =
                new Change(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of("app", "yes"));
        assertThatThrownBy(() -> desk.change(WEB, without, "owner"))
                .hasMessageContaining("needs the secret client-secret");
        assertThat(connections.find(WEB).orElseThrow().options()).isEmpty();
        Connection changed = desk.change(
                WEB,
                new Change(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("client-secret", new Secret("of the app")),
                        Map.of("app", "yes")),
                "owner");
        assertThat(changed.secrets()).containsOnlyKeys("token", "client-secret");
    }

    @Test
    void aConnectionThatARouteUsesIsNotRemoved() {
        Connection added = add();
        LocationRef end = new LocationRef(WEB, new ExternalId("1"));
        RouteId route = new RouteId("r");
        routes.save(new Route(
                route,
                end,
                new LocationRef(WEB, new ExternalId("2")),
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                true));
        assertThatThrownBy(() -> desk.remove(WEB, "owner")).hasMessageContaining("[r]");
        routes.remove(route);
        desk.remove(WEB, "owner");
        assertThat(connections.all()).isEmpty();
        assertThat(secrets.reveal(handle(added))).isEmpty();
    }
}
