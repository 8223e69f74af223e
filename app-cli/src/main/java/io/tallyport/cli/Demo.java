package io.tallyport.cli;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The demo: two stand-in shops over real HTTP, one route between them, and rounds until both agree. */
final class Demo {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final ConnectionId WEB = new ConnectionId("web");
    private static final RouteId ROUTE = new RouteId("main");

    private final Shell shell;
    private final DemoSettings settings;
    private final Path directory;

    Demo(Shell shell, DemoSettings settings, Path directory) {
        this.shell = shell;
        this.settings = settings;
        this.directory = directory;
    }

    DemoResult run() {
        try (Sandbox sandbox = SandboxStart.start(settings.sandbox(shell.clock()));
                Tallyport tallyport = shell.open(Optional.of(directory))) {
            DemoRetry retry = new DemoRetry(shell);
            shell.say(screen -> introduce(screen, sandbox));
            connect(tallyport, sandbox);
            retry.until("looking up the locations", () -> addRoute(tallyport));
            DemoResult result = new DemoRounds(shell, tallyport, ROUTE, directory, retry).run();
            return settings.faults().isPresent() ? result.withFaults(DemoFaults.met(sandbox)) : result;
        }
    }

    private void introduce(Screen screen, Sandbox sandbox) {
        screen.title("A stand-in Lightspeed shop and a stand-in Shopify shop with " + settings.skus()
                + " products each, on " + sandbox.rseriesBaseUrl());
        screen.line("  Lightspeed allows what an account with " + settings.registers()
                + " registers may ask for, Shopify what its plan \"" + settings.shopifyPlan() + "\" allows.");
        settings.faults()
                .ifPresent(script -> screen.attention(
                        "  Faults are in force: errors, cut connections, lost answers, stale figures, broken pages."));
        screen.line("  Web orders are entered at the till at once (at-pos-at-once): so the till's figure is what can"
                + " still be sold,");
        screen.line("  and it is what the shop's \"available\" should be. Chosen because nobody ships anything here.");
    }

    private void connect(Tallyport tallyport, Sandbox sandbox) {
        add(
                tallyport,
                TILL,
                "lightspeed-r",
                sandbox.rseriesAccount(),
                sandbox.rseriesBaseUrl(),
                AccessMode.READ,
                sandbox.rseriesToken());
        add(
                tallyport,
                WEB,
                "shopify",
                SandboxView.SHOP_ACCOUNT,
                sandbox.shopifyBaseUrl(),
                AccessMode.READ_WRITE,
                sandbox.shopifyToken());
    }

    private void add(
            Tallyport tallyport,
            ConnectionId id,
            String platform,
            String account,
            String baseUrl,
            AccessMode access,
            String token) {
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                id,
                                new Platform(platform),
                                account,
                                URI.create(baseUrl),
                                Environment.SANDBOX,
                                access,
                                Map.of(TokenSource.PURPOSE, new Secret(token)),
                                Map.of()),
                        shell.actor());
    }

    private Route addRoute(Tallyport tallyport) {
        LocationFinder finder = new LocationFinder(tallyport.connectors());
        Route route = new Route(
                ROUTE,
                finder.find(new LocationName(TILL, SandboxView.TILL_LOCATION)),
                finder.find(new LocationName(WEB, SandboxView.SHOP_LOCATION)),
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                true);
        return tallyport.routeDesk().add(route, shell.actor());
    }
}
