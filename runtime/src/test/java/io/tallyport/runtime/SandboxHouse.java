package io.tallyport.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import io.tallyport.sandbox.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sandbox with both shops, and a Tallyport that is connected to them: over real HTTP and a real database. */
final class SandboxHouse implements AutoCloseable {

    static final RouteId ROUTE = new RouteId("till-to-web");
    static final ConnectionId TILL = new ConnectionId("till");
    static final ConnectionId WEB = new ConnectionId("web");

    private static final ObjectMapper JSON = new ObjectMapper();

    final Sandbox sandbox;
    final Tallyport tallyport;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private int plans;

    SandboxHouse(TallyportBuilder builder, Path directory, SandboxSettings settings) {
        this.directory = directory;
        this.sandbox = Sandbox.start(settings);
        this.tallyport = builder.start();
        connect(TILL, "lightspeed-r", sandbox.rseriesAccount(), sandbox.rseriesBaseUrl(), sandbox.rseriesToken());
        connect(WEB, "shopify", "sandbox", sandbox.shopifyBaseUrl(), sandbox.shopifyToken());
        RoutePolicy defaults = RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE);
        tallyport
                .routeDesk()
                .add(
                        new Route(
                                ROUTE,
                                new LocationRef(TILL, firstLocation(TILL)),
                                new LocationRef(WEB, firstLocation(WEB)),
                                new RoutePolicy(
                                        defaults.merge(),
                                        defaults.webOrders(),
                                        1_000,
                                        new BlastRadius(30, 20, 1_000_000, 50),
                                        defaults.planLifetime(),
                                        SkuScope.ALL),
                                true),
                        "tester");
    }

    private void connect(ConnectionId id, String platform, String account, String url, String token) {
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                id,
                                new Platform(platform),
                                account,
                                URI.create(url),
                                Environment.SANDBOX,
                                AccessMode.READ_WRITE,
                                Map.of("token", new Secret(token)),
                                id.equals(TILL) ? Map.of("currency", "USD") : Map.of()),
                        "tester");
    }

    private ExternalId firstLocation(ConnectionId id) {
        try (var session = tallyport.connectors().open(id)) {
            return session.locations().get(0).id();
        }
    }

    Path plan() {
        Path file = directory.resolve("plan-" + ++plans + ".json");
        tallyport.planStock().plan(new PlanStock.Request(ROUTE, file, false, "tester"), Progress.NONE);
        return file;
    }

    StockPlan open(Path file) {
        return tallyport.plans().files().open(file);
    }

    List<PlanRow> rows(Path file) {
        List<PlanRow> rows = new ArrayList<>();
        tallyport.plans().files().rows(file, rows::add);
        return rows;
    }

    ApplyStockPlan.Result apply(Path file) {
        return tallyport.applyStockPlan().apply(new ApplyStockPlan.Request(file, false, 0, "tester"), Progress.NONE);
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(control(path)).GET());
    }

    JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(control(path)).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private URI control(String path) {
        return URI.create(sandbox.controlUrl() + "/" + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        keepEvidence();
        tallyport.close();
        sandbox.close();
    }

    /** All that is stored, every plan and log, and the secrets that must not be in them. */
    private void keepEvidence() {
        try (Stream<Path> files = Files.list(directory)) {
            Evidence.place(".zip").ifPresent(tallyport.database()::backup);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("master.key")) {
                    Evidence.secret(Files.readString(file).strip());
                } else if (name.endsWith(".json") || name.endsWith(".log")) {
                    Evidence.keep("house-" + name, Files.readString(file));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
