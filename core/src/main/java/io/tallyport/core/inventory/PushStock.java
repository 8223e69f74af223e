package io.tallyport.core.inventory;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Syncs some SKUs of a route at once, at the cost of these: a plan and an apply as any other, with the same holds, guard
 * and proofs. What the route has planned through stays as it is.
 */
public final class PushStock {

    private static final String OPERATION = "push route";

    private final PlanStores stores;
    private final Connectors connectors;
    private final PlanWriter writer;
    private final PausedRoutes paused;
    private final OversellRisk risk;
    private final ApplyStockPlan applyStockPlan;
    private final Clock clock;

    public PushStock(
            PlanStores stores,
            RunStore runs,
            SyncLog log,
            Connectors connectors,
            PlanFiles files,
            ApplyStockPlan applyStockPlan,
            Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.writer = new PlanWriter(stores, files, clock);
        this.paused = new PausedRoutes(
                stores.halts(), stores.routes(), stores.cycles().cursors(), stores.audit(), clock);
        this.risk = new OversellRisk(runs, log, stores.cycles().mirror(), clock);
        this.applyStockPlan = applyStockPlan;
        this.clock = clock;
    }

    /**
     * What to push.
     *
     * @param file where the plan goes
     */
    public record Request(RouteId route, Choice choice, Path file, String actor) {}

    /**
     * What was planned.
     *
     * @param unknown SKUs that neither side has
     */
    public record Planned(StockPlan plan, Set<Sku> unknown) {

        public Planned {
            unknown = Set.copyOf(unknown);
        }
    }

    /**
     * How it went.
     *
     * @param applied empty when the plan is held as a whole, or changes nothing
     */
    public record Result(Planned planned, Optional<ApplyStockPlan.Result> applied) {}

    /**
     * Plans; writes to neither side.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read, and Rejected when the route is paused or
     *     was never read whole, or nothing is chosen
     */
    public Planned plan(Request request, Progress progress) {
        Route route = stores.routes()
                .find(request.route())
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + request.route() + "\""));
        paused.check(route.id(), OPERATION);
        MergeErrors.checkNoMerge(route, OPERATION);
        try (RouteEnds ends = RouteEnds.open(route, stores.connections(), connectors)) {
            ends.checkLocations(stores.cycles().locations(), clock);
            PlannedRoute whole = new PlannedRoute(
                    route,
                    ends,
                    stores.mappings().of(route.id()),
                    RouteRulings.of(stores.rulings(), route, ends, clock, progress),
                    stores.cycles().cursors().find(route.id()));
            Set<Sku> skus = chosen(request, whole, progress);
            ChosenRead.Done read = new ChosenRead(stores.cycles().mirror(), clock, progress)
                    .read(whole, skus, request.choice().words());
            if (read.unknown().equals(skus)) {
                throw PlanErrors.rejected(
                        OPERATION, PlanErrors.NOTHING_CHOSEN, "neither side has any of " + new TreeSet<>(skus));
            }
            PlannedRoute planned = new PlannedRoute(route, ends, read.mappings(), whole.rulings(), whole.before());
            PlanStock.Request plan = new PlanStock.Request(route.id(), request.file(), false, request.actor());
            return new Planned(writer.write(plan, planned, read.material()), read.unknown());
        }
    }

    /**
     * Plans and applies what needs no person.
     *
     * @param strict whether every row that moved meanwhile is left alone
     * @throws io.tallyport.core.kernel.PortException as {@link #plan} and {@link ApplyStockPlan#apply} do
     */
    public Result push(Request request, boolean strict, Progress progress) {
        Planned planned = plan(request, progress);
        if (planned.plan().isHeld() || planned.plan().counts().changes() == 0) {
            return new Result(planned, Optional.empty());
        }
        ApplyStockPlan.Request apply = new ApplyStockPlan.Request(request.file(), strict, 0, request.actor());
        return new Result(planned, Optional.of(applyStockPlan.apply(apply, progress)));
    }

    private Set<Sku> chosen(Request request, PlannedRoute planned, Progress progress) {
        Choice choice = request.choice();
        Set<Sku> skus = choice.category()
                .map(category -> inCategory(category, planned.ends(), progress))
                .orElseGet(() -> choice.top() > 0
                        ? risk.greatest(
                                choice.top(),
                                planned.route().id(),
                                planned.route().source())
                        : choice.skus());
        Set<Sku> covered = new HashSet<>(skus);
        covered.removeIf(sku -> !planned.route().policy().scope().covers(sku));
        if (covered.isEmpty()) {
            throw PlanErrors.rejected(
                    OPERATION,
                    PlanErrors.NOTHING_CHOSEN,
                    skus.isEmpty()
                            ? (choice.top() > 0
                                    ? "no sales of the last two weeks are known"
                                    : "nothing is in " + choice.words())
                            : "the route does not carry these SKUs");
        }
        return covered;
    }

    private static Set<Sku> inCategory(String category, RouteEnds ends, Progress progress) {
        ProductSource products = ends.products()
                .orElseThrow(() -> PlanErrors.rejected(
                        OPERATION, PlanErrors.NO_CATEGORIES, "category \"" + category + "\" cannot be looked up"));
        Set<Sku> skus = new HashSet<>();
        Optional<Cursor> cursor = Optional.empty();
        long seen = 0;
        do {
            VariantPage page = products.variants(cursor);
            for (Variant variant : page.variants()) {
                if (variant.product()
                        .category()
                        .filter(name -> isIn(name, category))
                        .isPresent()) {
                    variant.sku().ifPresent(skus::add);
                }
            }
            seen += page.variants().size();
            progress.at("reading products", seen, OptionalLong.empty());
            cursor = page.next();
        } while (cursor.isPresent());
        return skus;
    }

    /** The category itself or one below it, whatever the letters' case; also by the last name of its path. */
    private static boolean isIn(String name, String wanted) {
        String path = " / " + name.toLowerCase(Locale.ROOT).replaceAll("\\s*[/>]\\s*", " / ") + " / ";
        return path.contains(" / " + wanted.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*[/>]\\s*", " / ") + " / ");
    }
}
