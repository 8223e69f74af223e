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

/**
 * The demo: stand-ins over real HTTP of a merchant's two tills, one of each Lightspeed API, and of the web shop that both
 * feed, each into a location of its own; and for each route rounds until both ends agree.
 */
final class Demo {

    private static final ConnectionId TILL = new ConnectionId("till");
    private static final ConnectionId BRANCH = new ConnectionId("branch");
    private static final ConnectionId WEB = new ConnectionId("web");
    private static final RouteId MAIN_ROUTE = new RouteId("main");
    private static final RouteId BRANCH_ROUTE = new RouteId("branch");

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
            Route main = addRoute(
                    tallyport,
                    retry,
                    MAIN_ROUTE,
                    new LocationName(TILL, SandboxView.TILL_LOCATION),
                    SandboxView.SHOP_LOCATION);
            Route branch = addRoute(
                    tallyport,
                    retry,
                    BRANCH_ROUTE,
                    new LocationName(BRANCH, sandbox.xseriesOutlet()),
                    SandboxView.SECOND_SHOP_LOCATION);
            DemoResult result = rounds(tallyport, main, "R-Series", "sync-plan-round-", retry)
                    .plus(rounds(tallyport, branch, "X-Series", "sync-plan-branch-round-", retry))
                    .withRetries(retry.retries());
            return settings.faults().isPresent() ? result.withFaults(DemoFaults.met(sandbox)) : result;
        }
    }

    private DemoResult rounds(Tallyport tallyport, Route route, String series, String fileName, DemoRetry retry) {
        shell.say(screen -> {
            screen.blank();
            screen.title("Route " + route.id() + ": from Lightspeed " + series + " ("
                    + route.source().connection() + ") to the web shop's location "
                    + route.target().location());
        });
        return new DemoRounds(shell, tallyport, route.id(), directory.resolve(fileName), retry).run();
    }

    private void introduce(Screen screen, Sandbox sandbox) {
        screen.title("Stand-ins of two Lightspeed tills (R-Series, X-Series) and of one Shopify shop with "
                + settings.skus() + " products each, on " + sandbox.rseriesBaseUrl());
        screen.line("  Each till feeds a location of its own. Lightspeed allows what accounts with "
                + settings.registers() + " registers may ask for,");
        screen.line("  Shopify what its plan \"" + settings.shopifyPlan() + "\" allows.");
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
                BRANCH,
                "lightspeed-x",
                sandbox.xseriesDomainPrefix(),
                sandbox.xseriesBaseUrl(),
                AccessMode.READ,
                sandbox.xseriesToken());
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

    private Route addRoute(Tallyport tallyport, DemoRetry retry, RouteId id, LocationName from, String to) {
        LocationFinder finder = new LocationFinder(tallyport.connectors());
        return retry.until(
                "looking up the locations",
                () -> tallyport
                        .routeDesk()
                        .add(
                                new Route(
                                        id,
                                        finder.find(from),
                                        finder.find(new LocationName(WEB, to)),
                                        RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                                        true),
                                shell.actor()));
    }
}
