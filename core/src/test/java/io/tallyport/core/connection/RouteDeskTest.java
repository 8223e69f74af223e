package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteDeskTest {

    private final ConnectionStore connections = new InMemoryConnectionStore();
    private final RouteStore routes = new InMemoryRouteStore();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final RouteDesk desk =
            new RouteDesk(routes, connections, audit, new InMemoryUnitOfWork(), Clock.systemUTC());

    @BeforeEach
    void connections() {
        connection("till", Environment.SANDBOX);
        connection("till2", Environment.SANDBOX);
        connection("web", Environment.SANDBOX);
        connection("live", Environment.PRODUCTION);
    }

    private void connection(String id, Environment environment) {
        connections.save(new Connection(
                new ConnectionId(id),
                new Platform("any"),
                "account",
                URI.create("https://shop.example"),
                environment,
                AccessMode.READ_WRITE,
                true,
                Map.of(),
                Map.of()));
    }

    private static Route route(String id, String from, String to, String... prefixes) {
        RoutePolicy policy = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
        return new Route(
                new RouteId(id),
                new LocationRef(new ConnectionId(from), new ExternalId("1")),
                new LocationRef(new ConnectionId(to), new ExternalId("10")),
                new RoutePolicy(
                        policy.merge(),
                        policy.webOrders(),
                        policy.reviewThreshold(),
                        policy.guard(),
                        policy.planLifetime(),
                        new SkuScope(List.of(prefixes))),
                true);
    }

    @Test
    void aRouteIsAddedOnceAndIsInTheAuditTrail() {
        desk.add(route("r", "till", "web"), "owner");
        assertThat(routes.all()).hasSize(1);
        assertThat(audit.recent(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("route added"));
        assertThatThrownBy(() -> desk.add(route("r", "till", "web"), "owner")).hasMessageContaining("already");
    }

    @Test
    void twoTruthsForOneSkuInOneLocationAreRefused() {
        desk.add(route("r1", "till", "web"), "owner");
        assertThatThrownBy(() -> desk.add(route("r2", "till2", "web", "A-"), "owner"))
                .hasMessageContaining("r1");
        desk.change(route("r1", "till", "web", "B-"), "owner");
        desk.add(route("r2", "till2", "web", "A-"), "owner");
        assertThatThrownBy(() -> desk.change(route("r2", "till2", "web", "B-1"), "owner"))
                .hasMessageContaining("do not overlap");
    }

    @Test
    void prefixesAreDisjointOnlyWhenNoneBeginsTheOther() {
        SkuScope tea = new SkuScope(List.of("TEA-"));
        assertThat(tea.isDisjointFrom(new SkuScope(List.of("TEA-1", "X")))).isFalse();
        assertThat(tea.isDisjointFrom(new SkuScope(List.of("TE")))).isFalse();
        assertThat(tea.isDisjointFrom(new SkuScope(List.of("COF")))).isTrue();
        assertThat(tea.isDisjointFrom(SkuScope.ALL)).isFalse();
        assertThat(tea.covers(new Sku("TEA-9"))).isTrue();
        assertThat(tea.covers(new Sku("COF-9"))).isFalse();
    }

    @Test
    void aRouteNeverCrossesEnvironmentsAndItsEndsExist() {
        assertThatThrownBy(() -> desk.add(route("r", "till", "live"), "owner")).hasMessageContaining("environments");
        assertThatThrownBy(() -> desk.add(route("r", "till", "none"), "owner")).hasMessageContaining("none");
    }

    @Test
    void sourceWinsWithoutOrdersAtThePosIsRefused() {
        assertThatThrownBy(() -> RoutePolicy.sourceWins(WebOrders.NEVER_AT_POS))
                .hasMessageContaining("put sold units back on sale");
    }

    private static Route merge(String id, String from, String to, String... prefixes) {
        Route route = route(id, from, to, prefixes);
        RoutePolicy policy = RoutePolicy.mergeDeltas();
        return route.withPolicy(new RoutePolicy(
                policy.merge(),
                policy.webOrders(),
                policy.reviewThreshold(),
                policy.guard(),
                policy.planLifetime(),
                route.policy().scope()));
    }

    @Test
    void mergesMayFormATreeAndNoCircle() {
        desk.add(merge("a", "till", "web"), "owner");
        desk.add(merge("b", "till2", "web"), "owner");

        assertThatThrownBy(() -> desk.add(merge("c", "till", "web"), "owner"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
        Route around = new Route(
                new RouteId("c"),
                merge("a", "till", "web").source(),
                merge("b", "till2", "web").source(),
                RoutePolicy.mergeDeltas(),
                true);
        assertThatThrownBy(() -> desk.add(around, "owner")).hasMessageContaining("circle");
    }

    @Test
    void mergesOfOtherSkusAreNoCircle() {
        desk.add(merge("a", "till", "web", "A-"), "owner");

        assertThat(desk.add(merge("b", "till", "web", "B-"), "owner")).isNotNull();
    }

    @Test
    void nothingIsTheTruthWhereAMergeWrites() {
        desk.add(merge("a", "till", "web"), "owner");

        assertThatThrownBy(() -> desk.add(route("b", "till2", "web"), "owner"))
                .isInstanceOf(IllegalArgumentException.class);
        Route intoTheTill = new Route(
                new RouteId("b"),
                route("b", "till2", "web").source(),
                merge("a", "till", "web").source(),
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                true);
        assertThatThrownBy(() -> desk.add(intoTheTill, "owner")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRouteKeepsItsPolicy() {
        desk.add(route("a", "till", "web"), "owner");

        assertThatThrownBy(() -> desk.change(merge("a", "till", "web"), "owner"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keeps its policy");
    }

    @Test
    void aMergeWhoseOrdersAreEnteredAtThePosAsWellIsRefused() {
        RoutePolicy merge = RoutePolicy.mergeDeltas();

        assertThatThrownBy(() -> new RoutePolicy(
                        merge.merge(),
                        WebOrders.AT_POS_AT_ONCE,
                        merge.reviewThreshold(),
                        merge.guard(),
                        merge.planLifetime(),
                        merge.scope()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count twice");
    }
}
