package io.tallyport.docs.embedding;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.Run;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A service that keeps a web shop's stock in step with the till, with Tallyport inside it.
 *
 * <p>Open one per installation, for as long as the service runs; it is thread-safe and gives the database back on close.
 */
public final class StockService implements AutoCloseable {

    private static final String ACTOR = "stock-service";
    private static final ConnectionId TILL = new ConnectionId("till");
    private static final ConnectionId WEB = new ConnectionId("web");
    private static final RouteId ROUTE = new RouteId("till-to-web");

    private final Tallyport tallyport;

    /** Starts on the embedded database in {@code dataDirectory}; no platform is spoken to yet. */
    public StockService(Path dataDirectory) {
        tallyport = Tallyport.builder().dataDirectory(dataDirectory).start();
    }

    /** Adds both accounts: the till is only read, the shop is written. */
    public void connect(Account till, Account web) {
        tallyport.connectionDesk().add(draft(TILL, "lightspeed-r", AccessMode.READ, till), ACTOR);
        tallyport.connectionDesk().add(draft(WEB, "shopify", AccessMode.READ_WRITE, web), ACTOR);
    }

    /** Says which location feeds which. Here each web order is entered at the till at once. */
    public void route(String tillLocation, String webLocation) {
        tallyport
                .routeDesk()
                .add(
                        new Route(
                                ROUTE,
                                new LocationRef(TILL, new ExternalId(tillLocation)),
                                new LocationRef(WEB, new ExternalId(webLocation)),
                                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                                true),
                        ACTOR);
    }

    /** Reads both sides and saves what a sync would do; writes nothing to either. */
    public StockPlan plan(Path file) {
        return tallyport.planStock().plan(new PlanStock.Request(ROUTE, file, false, ACTOR), Progress.NONE);
    }

    /** Releases what the plan holds back, in the name of the person who looked at it. */
    public StockPlan approve(Path file, String person, String reason) {
        return tallyport.approveStockPlan().approve(new ApproveStockPlan.Request(file, Set.of(), person, reason));
    }

    /** Writes what the plan says; safe to repeat after a crash, and after it has been applied. */
    public Run apply(Path file) {
        ApplyStockPlan.Request request = new ApplyStockPlan.Request(file, false, 0, ACTOR);
        return tallyport.applyStockPlan().apply(request, Progress.NONE).run();
    }

    @Override
    public void close() {
        tallyport.close();
    }

    private static ConnectionDesk.Draft draft(ConnectionId id, String platform, AccessMode access, Account account) {
        return new ConnectionDesk.Draft(
                id,
                new Platform(platform),
                account.name(),
                account.baseUrl(),
                account.environment(),
                access,
                Map.of("token", account.token()),
                Map.of());
    }

    /**
     * What opens an account.
     *
     * @param name the account's number, or the shop's domain
     * @param baseUrl without a path
     */
    public record Account(String name, URI baseUrl, Environment environment, Secret token) {}
}
