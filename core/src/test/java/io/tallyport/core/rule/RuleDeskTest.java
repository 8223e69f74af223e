package io.tallyport.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemoryConnector;
import io.tallyport.core.connection.InMemoryRouteStore;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleDeskTest {

    private static final RouteId MAIN = new RouteId("main");

    private final InMemoryRuleStore rules = new InMemoryRuleStore();
    private final InMemoryRouteStore routes = new InMemoryRouteStore();
    private final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final List<Object> ports = new ArrayList<>();
    private final RuleDesk desk = new RuleDesk(
            rules,
            routes,
            connections,
            new Connectors(List.of(new InMemoryConnector(new Platform("any"), List.of(), ports)), connections),
            audit,
            new InMemoryUnitOfWork(),
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void connect() {
        for (String name : List.of("till", "web")) {
            connections.save(new Connection(
                    new ConnectionId(name),
                    new Platform("any"),
                    "account",
                    URI.create("http://127.0.0.1:1"),
                    Environment.SANDBOX,
                    AccessMode.READ,
                    true,
                    Map.of(),
                    Map.of()));
        }
        routes.save(new Route(MAIN, end("till"), end("web"), RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE), true));
    }

    private static LocationRef end(String connection) {
        return new LocationRef(new ConnectionId(connection), new ExternalId("1"));
    }

    private static RuleDesk.Draft draft(RuleScope scope, RuleAspect aspect, String value) {
        return new RuleDesk.Draft(scope, aspect, value, "counted");
    }

    private static RuleScope category() {
        return new RuleScope(RuleScope.Thing.CATEGORY, "Shoes", Optional.empty(), Optional.empty());
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(code));
    }

    @Test
    void aRuleIsAddedSetAndRemovedAndTheTrailTells() {
        Rule added = desk.add(draft(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2"), "owner");
        Rule set = desk.set(draft(RuleScope.EVERYTHING, RuleAspect.BUFFER, "3"), "owner");
        assertThat(desk.all()).containsExactly(set);
        assertThat(set.id()).isGreaterThan(added.id());

        assertThat(desk.remove(set.id(), "owner")).isEqualTo(set);
        assertThat(desk.all()).isEmpty();
        assertThat(audit.recent(9))
                .extracting(entry -> entry.action() + ": " + entry.details())
                .containsExactly(
                        "rule removed: buffer 3 for everything",
                        "rule set: buffer 3 for everything",
                        "rule added: buffer 2 for everything");
    }

    @Test
    void aContradictionIsRefusedAndNamed() {
        desk.add(draft(RuleScope.EVERYTHING.on(MAIN), RuleAspect.QUANTITY, "source"), "owner");

        assertRefused(
                RuleErrors.CONTRADICTION,
                () -> desk.add(draft(RuleScope.EVERYTHING.on(MAIN), RuleAspect.QUANTITY, "target"), "owner"));
        assertRefused(RuleErrors.UNKNOWN_RULE, () -> desk.remove(77, "owner"));
        assertThat(desk.all()).hasSize(1);
    }

    @Test
    void whatARuleIsAboutMustBeThere() {
        for (RuleScope wrong : List.of(
                RuleScope.EVERYTHING.on(new RouteId("other")),
                new RuleScope(RuleScope.Thing.ALL, "", Optional.of(end("gone")), Optional.empty()))) {
            assertThatThrownBy(() -> desk.add(draft(wrong, RuleAspect.BUFFER, "2"), "owner"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("there is no ");
        }
        assertThatThrownBy(() -> desk.add(
                        new RuleDesk.Draft(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2", "x".repeat(501)), "owner"))
                .hasMessageContaining("500");
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void aCategoryNeedsASourceThatTellsProducts() {
        assertRefused(RuleErrors.NO_CATEGORIES, () -> desk.add(draft(category(), RuleAspect.BUFFER, "2"), "owner"));

        ports.add(new InMemoryProducts());
        assertThat(desk.add(draft(category(), RuleAspect.BUFFER, "2"), "owner").describe())
                .isEqualTo("buffer 2 for category Shoes");

        routes.remove(MAIN);
        assertThatThrownBy(() -> desk.add(draft(category(), RuleAspect.ROUNDING, "up"), "owner"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
