package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.Rule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a number is what it is; reads, and writes nothing. */
public final class ExplainStock {

    private static final int RECENT_RUNS = 200;
    private static final int RECENT_ENTRIES = 50;
    private static final int OPEN_INTENTS = 500;

    private final ExplainStores stores;
    private final Connectors connectors;
    private final Clock clock;

    public ExplainStock(ExplainStores stores, Connectors connectors, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param key a SKU, or an item's id where it has none
     * @param route empty for every route
     * @param fresh whether both platforms are asked now, in place of what the last read told
     */
    public record Question(String key, Optional<RouteId> route, boolean fresh) {}

    /**
     * Explains each row that the SKU has, by route.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException.Rejected with {@link ExplainErrors#NOTHING_KNOWN}
     */
    public List<Explanation> explain(Question question, Progress progress) {
        List<Route> routes = question.route()
                .map(id -> List.of(stores.planning()
                        .routes()
                        .find(id)
                        .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""))))
                .orElseGet(() -> stores.planning().routes().all());
        List<Explanation> found = new ArrayList<>();
        for (Route route : routes) {
            found.addAll(explain(route, question, progress));
        }
        if (found.isEmpty()) {
            throw PlanErrors.rejected(
                    "explain",
                    ExplainErrors.NOTHING_KNOWN,
                    "no end of "
                            + (question.route().isPresent()
                                    ? "route \"" + routes.get(0).id() + "\""
                                    : "any route") + " was read with \"" + question.key() + "\" in it");
        }
        return found;
    }

    private List<Explanation> explain(Route route, Question question, Progress progress) {
        List<SkuMapping> mappings = stores.planning().mappings().of(route.id());
        KnownSides known = KnownSides.of(stores.planning().cycles().mirror(), route, question.key(), mappings);
        if (known.isEmpty()) {
            return List.of();
        }
        if (!question.fresh()) {
            List<ExternalId> targets =
                    known.target().stream().map(StockLevel::item).toList();
            KnownSides written = known.with(
                    stores.planning().stocks().acknowledged(route.id(), targets),
                    SourceStock.figureFor(route.policy().webOrders()));
            return explain(
                    route,
                    mappings,
                    written,
                    RouteRulings.known(stores.planning().rulings(), route));
        }
        try (RouteEnds ends = RouteEnds.open(route, stores.planning().connections(), connectors)) {
            RouteRulings rulings = RouteRulings.of(stores.planning().rulings(), route, ends, clock, progress);
            return explain(route, mappings, known.fresh(ends, clock), rulings);
        }
    }

    private List<Explanation> explain(Route route, List<SkuMapping> mappings, KnownSides sides, RouteRulings rulings) {
        return rows(route, mappings, sides, rulings).stream()
                .map(row -> explanation(route, row, sides, rulings))
                .toList();
    }

    /** What a plan of these levels would say. */
    private List<PlanRow> rows(Route route, List<SkuMapping> mappings, KnownSides sides, RouteRulings rulings) {
        PlanSide source = new PlanSide(new FewLevels(sides.source()), true);
        PlanSide target = new PlanSide(new FewLevels(sides.target()), true);
        Set<ExternalId> targets = FewLevels.latest(sides.target()).levels().stream()
                .map(StockLevel::item)
                .collect(Collectors.toSet());
        Map<ExternalId, Quantity> acknowledged = new HashMap<>();
        stores.planning()
                .stocks()
                .acknowledged(route.id(), targets)
                .forEach(level -> acknowledged.put(level.targetItem(), level.quantity()));
        rulings.prepare(sides.source());
        Matching matching = new Matching(source, target, route.policy().scope(), mappings);
        List<Matching.Match> matches = new ArrayList<>();
        matching.forEachRemaining(matches::add);
        if (route.policy().merge() == MergePolicy.MERGE_DELTAS) {
            MergeDecision.Known known = MergeDecision.Known.of(stores.planning().merge(), route, matches);
            MergeDecision merge = new MergeDecision(route.policy(), true, true, Optional.empty(), known);
            return matches.stream().map(merge::decide).toList();
        }
        StockDecision decision = new StockDecision(route.policy(), rulings, false, true, acknowledged);
        return matches.stream().map(decision::decide).toList();
    }

    private Explanation explanation(Route route, PlanRow row, KnownSides sides, RouteRulings rulings) {
        Optional<StockLevel> level = row.sourceItem().flatMap(sides::atSource);
        Optional<String> category = level.flatMap(rulings::category);
        List<Rule> rules =
                row.rule().name().isEmpty() ? List.of() : rulings.book().deciding(row.key(), category);
        Optional<SyncEntry> lastWrite = lastWrite(route, row);
        return new Explanation(
                route,
                row,
                sides.side(route.source(), level, true),
                sides.side(route.target(), row.targetItem().flatMap(sides::atTarget), false),
                row.targetItem().flatMap(item -> acknowledged(route, item)),
                category,
                rules,
                row.targetItem().map(item -> pending(route, item)).orElse(List.of()),
                lastWrite,
                lastWrite.flatMap(entry -> stores.runs().find(entry.run())),
                stores.runs().recent(RECENT_RUNS).stream()
                        .filter(run -> run.route().equals(route.id()))
                        .findFirst(),
                row.targetItem().flatMap(item -> conflict(route, item)),
                row.targetItem().map(item -> isDue(route, item)).orElse(false));
    }

    private Optional<Acknowledged> acknowledged(Route route, ExternalId item) {
        return stores.planning().stocks().acknowledged(route.id(), List.of(item)).stream()
                .findFirst();
    }

    private List<Intent> pending(Route route, ExternalId item) {
        return stores.intents().of(route.target().connection(), OPEN_INTENTS).stream()
                .filter(intent -> concerns(intent, route, item))
                .toList();
    }

    private static boolean concerns(Intent intent, Route route, ExternalId item) {
        if (!intent.operation().equals(ApplyJournal.SET)) {
            return intent.payload().contains(item.value());
        }
        StockWrite write = StockWrite.parse(intent.payload());
        return write.location().equals(route.target().location())
                && write.lines().stream().anyMatch(line -> line.item().equals(item));
    }

    /** The sync log knows rows by their key; a run tells which route it was. */
    private Optional<SyncEntry> lastWrite(Route route, PlanRow row) {
        return stores.syncLog().about(row.key(), RECENT_ENTRIES).stream()
                .filter(entry -> entry.status().equals("WRITTEN"))
                .filter(entry -> stores.runs().find(entry.run()).map(Run::route).equals(Optional.of(route.id())))
                .findFirst();
    }

    private Optional<Conflict> conflict(Route route, ExternalId item) {
        return stores.planning().rulings().inbox().live(route.id()).stream()
                .filter(conflict -> conflict.last().targetItem().equals(item))
                .findFirst();
    }

    private boolean isDue(Route route, ExternalId item) {
        boolean[] due = {false};
        stores.planning()
                .cycles()
                .due()
                .of(route.id(), row -> due[0] |= row.targetItem().equals(item));
        return due[0];
    }
}
