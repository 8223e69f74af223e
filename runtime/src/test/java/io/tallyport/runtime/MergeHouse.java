package io.tallyport.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.Baseline;
import io.tallyport.core.inventory.MergeAdmission;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A merge between a POS and the shop of a sandbox, and what both sides have at the moment. */
final class MergeHouse {

    static final RouteId BOTH = new RouteId("both");
    private static final ConnectionId OUTLET = new ConnectionId("outlet");

    final SandboxHouse house;
    private final boolean xseries;
    private final Path directory;
    private final String location;
    private int plans;

    /** One item on both sides. */
    record Levels(BigDecimal pos, long web) {}

    MergeHouse(SandboxHouse house, Path directory, boolean xseries) {
        this.house = house;
        this.directory = directory;
        this.xseries = xseries;
        this.location = xseries ? "71000000002" : "71000000001";
        LocationRef pos = xseries ? outlet() : shop();
        house.tallyport.routeDesk().remove(SandboxHouse.ROUTE, "tester");
        Route route = new Route(
                BOTH,
                pos,
                new LocationRef(SandboxHouse.WEB, new ExternalId("gid://shopify/Location/" + location)),
                new RoutePolicy(
                        MergePolicy.MERGE_DELTAS,
                        WebOrders.NEVER_AT_POS,
                        1_000,
                        new BlastRadius(100, 1_000_000, 1_000_000, 0),
                        RoutePolicy.DEFAULT_PLAN_LIFETIME,
                        SkuScope.ALL),
                true);
        new MergeAdmission(house.tallyport.connectors()).check(route);
        house.tallyport.routeDesk().add(route, "tester");
    }

    private LocationRef outlet() {
        connect(
                "lightspeed-x",
                house.sandbox.xseriesDomainPrefix(),
                house.sandbox.xseriesBaseUrl(),
                house.sandbox.xseriesToken(),
                Map.of(
                        "adjust-reason-in", house.sandbox.xseriesReasonIn(),
                        "adjust-reason-out", house.sandbox.xseriesReasonOut(),
                        "adjust-settle-seconds", "2"));
        return new LocationRef(OUTLET, new ExternalId(house.sandbox.xseriesOutlet()));
    }

    private LocationRef shop() {
        connect(
                "lightspeed-r",
                house.sandbox.rseriesAccount(),
                house.sandbox.rseriesBaseUrl(),
                house.sandbox.rseriesToken(),
                Map.of("adjust-settle-seconds", "2"));
        return new LocationRef(OUTLET, new ExternalId("1"));
    }

    private void connect(String platform, String account, String url, String token, Map<String, String> options) {
        house.tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                OUTLET,
                                new Platform(platform),
                                account,
                                URI.create(url),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(token)),
                                options),
                        "tester");
    }

    private Path file() {
        return directory.resolve("merge-" + ++plans + ".json");
    }

    /** Takes the baseline, and gives the SKUs that have one now. */
    List<String> begin(Baseline how) {
        Path file = file();
        house.tallyport
                .planStock()
                .plan(
                        new PlanStock.Request(BOTH, file, false, PlanReading.ONCE, "tester", Optional.of(how)),
                        Progress.NONE);
        house.tallyport.approveStockPlan().approve(new ApproveStockPlan.Request(file, Set.of(), "owner", "counted"));
        house.apply(file);
        return house.rows(file).stream()
                .filter(row -> row.action() == Action.BASELINE)
                .map(PlanRow::key)
                .toList();
    }

    Path plan(PlanReading reading) {
        Path file = file();
        house.tallyport.planStock().plan(new PlanStock.Request(BOTH, file, false, reading, "tester"), Progress.NONE);
        return file;
    }

    /** A sync that may fail in any way that a platform makes it fail. */
    void sync(PlanReading reading) {
        try {
            Path file = plan(reading);
            if (house.open(file).counts().changes() > 0) {
                house.apply(file);
            }
        } catch (PortException failed) {
            if (failed.kind() == PortException.Kind.CONFLICT) {
                throw failed;
            }
        }
    }

    /** Whether nothing is left to carry, and the outcome of every write is known. */
    boolean isAtRest() {
        StockPlan plan = house.open(plan(PlanReading.ONCE));
        return plan.counts().changes() == 0
                && house.tallyport.settleMerge().of(BOTH).isEmpty();
    }

    ApplyStockPlan.Result apply(Path file) {
        return house.apply(file);
    }

    void sell(String sku, int units) {
        String body = "{\"sku\":\"" + sku + "\",\"quantity\":" + units + "}";
        house.post(xseries ? "outlet-sales" : "sales", body);
    }

    void deliver(String sku, int units) {
        BigDecimal now =
                Optional.ofNullable(levels().get(sku)).orElseThrow().pos().add(BigDecimal.valueOf(units));
        String body = "{\"sku\":\"" + sku + "\",\"quantity\":" + now.toPlainString() + "}";
        house.post(xseries ? "outlet-stock" : "pos-stock", body);
    }

    void order(String sku, int units) {
        house.post("orders", "{\"sku\":\"" + sku + "\",\"quantity\":" + units + ",\"location\":\"" + location + "\"}");
    }

    /** All items that are on both sides, as they are. */
    Map<String, Levels> levels() {
        JsonNode all = house.get("levels?location=" + location);
        Map<String, Long> web = new HashMap<>();
        all.path("shopify")
                .forEach(row ->
                        web.put(row.path("sku").asText(), row.path("available").asLong()));
        Map<String, Levels> levels = new TreeMap<>();
        all.path(xseries ? "xseries" : "rseries").forEach(row -> {
            String sku = row.path("sku").asText();
            if (web.containsKey(sku)) {
                String units = row.path(xseries ? "level" : "qoh").asText();
                levels.put(sku, new Levels(new BigDecimal(units), web.get(sku)));
            }
        });
        return levels;
    }
}
