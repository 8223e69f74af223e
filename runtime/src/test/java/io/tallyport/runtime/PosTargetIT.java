package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans whose target is a POS, which remembers no idempotency keys, with answers that get lost. */
class PosTargetIT {

    private static final ConnectionId BRANCH = new ConnectionId("branch");
    private static final RouteId TO_BRANCH = new RouteId("till-to-branch");
    private static final RouteId TO_TILL = new RouteId("branch-to-till");

    @TempDir
    Path directory;

    private SandboxHouse house;
    private int plans;

    @BeforeEach
    void open() {
        house = new SandboxHouse(
                Tallyport.builder().dataDirectory(directory).environment(Map.of()),
                directory,
                SandboxSettings.defaults().withSkus(45).withWideLimits());
        house.tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                BRANCH,
                                new Platform("lightspeed-x"),
                                house.sandbox.xseriesDomainPrefix(),
                                URI.create(house.sandbox.xseriesBaseUrl()),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(house.sandbox.xseriesToken())),
                                Map.of(
                                        "adjust-reason-in", house.sandbox.xseriesReasonIn(),
                                        "adjust-reason-out", house.sandbox.xseriesReasonOut(),
                                        "adjust-settle-seconds", "0")),
                        "tester");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void route(RouteId id, LocationRef from, LocationRef to) {
        RoutePolicy defaults = RoutePolicy.sourceWins(WebOrders.AT_POS_WHEN_FULFILLED);
        house.tallyport
                .routeDesk()
                .add(
                        new Route(
                                id,
                                from,
                                to,
                                new RoutePolicy(
                                        defaults.merge(),
                                        defaults.webOrders(),
                                        1_000,
                                        new BlastRadius(100, 1_000, 1_000_000, 50),
                                        defaults.planLifetime(),
                                        SkuScope.ALL),
                                true),
                        "tester");
    }

    private Path plan(RouteId route) {
        Path file = directory.resolve("pos-" + ++plans + ".json");
        house.tallyport.planStock().plan(new PlanStock.Request(route, file, false, "tester"), Progress.NONE);
        return file;
    }

    /** The rows that a plan of now would still write. */
    private List<PlanRow> open(RouteId route) {
        return house.rows(plan(route)).stream()
                .filter(row -> row.action() == Action.SET)
                .toList();
    }

    private Run applied(Path file) {
        if (house.open(file).isHeld()) {
            house.tallyport.approveStockPlan().approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "first"));
        }
        Run run = house.apply(file).run();
        for (int round = 0; round < 4 && run.state() != RunState.COMPLETED; round++) {
            run = house.apply(file).run();
        }
        return run;
    }

    private long writes(String platform) {
        return house.get("counters").path(platform).path("writesHandled").asLong();
    }

    private LocationRef till() {
        return new LocationRef(SandboxHouse.TILL, new ExternalId("1"));
    }

    private LocationRef branch() {
        return new LocationRef(BRANCH, new ExternalId(house.sandbox.xseriesOutlet()));
    }

    @Test
    void anXSeriesOutletIsBroughtInStepThoughAnswersAndRequestsGetLost() {
        route(TO_BRANCH, till(), branch());
        Path file = plan(TO_BRANCH);
        assertThat(open(TO_BRANCH)).hasSizeGreaterThan(10);
        house.post("faults", """
            [{"on":{"platform":"xseries","pathContains":"stock_adjustments","method":"POST"},
              "do":{"kind":"cut-before"}},
             {"on":{"platform":"xseries","pathContains":"stock_adjustments","method":"POST"},
              "after":2,"do":{"kind":"cut-after"}}]\
            """);

        applied(file);

        assertThat(writes("xseries")).isEqualTo(1);
        assertThat(open(TO_BRANCH)).isEmpty();
    }

    @Test
    void anRSeriesShopIsBroughtInStepThoughTillsSellAndAnswersGetLost() {
        route(TO_TILL, branch(), till());
        Path file = plan(TO_TILL);
        int rows = open(TO_TILL).size();
        house.post("faults", """
            [{"on":{"platform":"rseries","pathContains":"/Item/","method":"PUT"},
              "after":2,"do":{"kind":"cut-after"}},
             {"on":{"platform":"rseries","pathContains":"/Item/","method":"PUT"},
              "after":4,"do":{"kind":"stale"}}]\
            """);

        applied(file);

        assertThat(writes("rseries"))
                .as("a second setting repairs the one amid a sale")
                .isEqualTo(rows + 1L);
        assertThat(open(TO_TILL))
                .as("the sale is what the source does not have")
                .hasSizeLessThanOrEqualTo(1);
    }
}
