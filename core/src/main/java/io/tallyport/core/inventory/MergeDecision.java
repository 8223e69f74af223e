package io.tallyport.core.inventory;

import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides one row under MERGE_DELTAS. Pure. */
final class MergeDecision {

    /** What the platforms take: Shopify refuses more than a billion units, either way. */
    private static final Quantity MOST = Quantity.of(1_000_000_000);

    /**
     * What is known of the rows beside their levels.
     *
     * @param levels by target item
     * @param openAtSource source items that somebody's write is open at
     * @param openAtTarget target items that somebody's write is open at
     * @param ours target items of the pairs that an open write of this route stands between
     */
    record Known(
            Map<ExternalId, MergeLevel> levels,
            Set<ExternalId> openAtSource,
            Set<ExternalId> openAtTarget,
            Set<ExternalId> ours) {

        /** What is kept of these rows of a route. */
        static Known of(MergeStores stores, Route route, List<Matching.Match> matches) {
            Set<ExternalId> sources = new HashSet<>();
            Set<ExternalId> targets = new HashSet<>();
            for (Matching.Match match : matches) {
                match.source().map(StockLevel::item).ifPresent(sources::add);
                match.target().map(StockLevel::item).ifPresent(targets::add);
            }
            Map<ExternalId, MergeLevel> levels = new HashMap<>();
            stores.levels().of(route.id(), targets).forEach(level -> levels.put(level.targetItem(), level));
            Set<ExternalId> ours = new HashSet<>();
            Set<ExternalId> openAtSource = open(stores.open().at(route.source(), sources), route, ours);
            Set<ExternalId> openAtTarget = open(stores.open().at(route.target(), targets), route, ours);
            return new Known(levels, openAtSource, openAtTarget, ours);
        }

        private static Set<ExternalId> open(List<OpenWrite> writes, Route route, Set<ExternalId> ours) {
            Set<ExternalId> items = new HashSet<>();
            for (OpenWrite write : writes) {
                items.add(write.item());
                if (write.route().equals(route.id())) {
                    ours.add(write.targetItem());
                }
            }
            return items;
        }
    }

    private final RoutePolicy policy;
    private final boolean sourceComplete;
    private final boolean exact;
    private final Optional<Baseline> baseline;
    private final Known known;

    /** Whether the source takes levels below zero is what {@code exact} says. */
    MergeDecision(RoutePolicy policy, boolean sourceComplete, boolean exact, Optional<Baseline> baseline, Known known) {
        this.policy = policy;
        this.sourceComplete = sourceComplete;
        this.exact = exact;
        this.baseline = baseline;
        this.known = known;
    }

    PlanRow decide(Matching.Match match) {
        Optional<Reason> unusable = unusable(match);
        if (unusable.isPresent()) {
            return row(match, Action.SKIP, unusable.get(), Hold.FREE, Optional.empty());
        }
        ExternalId source = match.source().orElseThrow().item();
        ExternalId target = match.target().orElseThrow().item();
        Optional<MergeLevel> level = Optional.ofNullable(known.levels().get(target))
                .filter(kept -> kept.sourceItem().equals(source));
        if (baseline.isPresent()) {
            return level.isPresent() || known.ours().contains(target) ? kept(match) : begun(match, baseline.get());
        }
        if (level.isEmpty()) {
            return row(match, Action.SKIP, Reason.NO_BASELINE, Hold.FREE, Optional.empty());
        }
        return merged(match, level.get());
    }

    private Optional<Reason> unusable(Matching.Match match) {
        if (match.lone().isPresent()) {
            return match.lone();
        }
        StockLevel source = match.source().orElseThrow();
        StockLevel target = match.target().orElseThrow();
        if (!source.tracked() || !target.tracked()) {
            return Optional.of(Reason.NOT_TRACKED);
        }
        if (source.stocking() != Stocking.STOCKED || source.onHand().isEmpty()) {
            return Optional.of(Reason.NO_LEVEL_AT_SOURCE);
        }
        if (source.onHand().get().isZero() && !sourceComplete) {
            return Optional.of(Reason.INCOMPLETE_READ);
        }
        if (target.stocking() != Stocking.STOCKED) {
            return Optional.of(Reason.NOT_STOCKED_AT_LOCATION);
        }
        if (target.available().isEmpty()) {
            return Optional.of(Reason.NO_LEVEL_AT_TARGET);
        }
        boolean odd = target.available().get().hasFraction()
                || source.onHand().get().abs().compareTo(MOST) > 0;
        return odd ? Optional.of(Reason.OUT_OF_RANGE) : Optional.empty();
    }

    private PlanRow begun(Matching.Match match, Baseline how) {
        Quantity local = local(match);
        Quantity remote = remote(match);
        Quantity owed = how == Baseline.SOURCE_WINS ? local.minus(remote) : Quantity.ZERO;
        MergeFigures figures = new MergeFigures(
                Optional.empty(),
                Optional.empty(),
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                owed,
                Quantity.ZERO,
                owed.roundDown());
        return row(match, Action.BASELINE, Reason.NO_BASELINE, hold(figures), Optional.of(figures));
    }

    private PlanRow merged(Matching.Match match, MergeLevel level) {
        ExternalId target = level.targetItem();
        boolean sourceOpen = known.openAtSource().contains(level.sourceItem());
        boolean targetOpen = known.openAtTarget().contains(target);
        boolean waits = known.ours().contains(target);
        MergeLevel now = waits && sourceOpen ? level : level.readSource(local(match));
        now = waits && targetOpen ? now : now.readTarget(remote(match));
        Quantity toSource = sourceOpen ? Quantity.ZERO : now.dueToSource();
        boolean oversold = !exact && toSource.isNegative() && local(match).signum() <= 0;
        MergeFigures figures = new MergeFigures(
                Optional.of(level.source()),
                Optional.of(level.target()),
                now.source().minus(level.source()),
                now.target().minus(level.target()),
                level.owedToSource(),
                level.owedToTarget(),
                oversold ? Quantity.ZERO : toSource,
                targetOpen ? Quantity.ZERO : now.dueToTarget());
        boolean writes = !figures.toSource().isZero() || !figures.toTarget().isZero();
        if (remote(match).plus(figures.toTarget()).abs().compareTo(MOST) > 0) {
            return row(match, Action.SKIP, Reason.OUT_OF_RANGE, Hold.FREE, Optional.of(figures));
        }
        if (!writes && !waits) {
            return oversold
                    ? row(match, Action.SKIP, Reason.OVERSOLD, Hold.FREE, Optional.of(figures))
                    : row(match, Action.KEEP, Reason.CHANGED, Hold.FREE, Optional.of(figures));
        }
        return row(match, Action.MERGE, waits ? Reason.AMBIGUOUS : Reason.DELTA, hold(figures), Optional.of(figures));
    }

    private Hold hold(MergeFigures figures) {
        return figures.greatest().compareTo(Quantity.of(policy.reviewThreshold())) > 0 ? Hold.HELD : Hold.FREE;
    }

    private PlanRow kept(Matching.Match match) {
        return row(match, Action.KEEP, Reason.CHANGED, Hold.FREE, Optional.empty());
    }

    private static Quantity local(Matching.Match match) {
        return match.source().flatMap(StockLevel::onHand).orElseThrow();
    }

    private static Quantity remote(Matching.Match match) {
        return match.target().flatMap(StockLevel::available).orElseThrow();
    }

    private static PlanRow row(
            Matching.Match match, Action action, Reason reason, Hold hold, Optional<MergeFigures> figures) {
        StockLevel named = match.named();
        Optional<Quantity> remote = match.target().flatMap(StockLevel::available);
        return new PlanRow(
                OrderedLevels.key(named),
                named.title(),
                StockFigure.AVAILABLE,
                match.source().map(StockLevel::item),
                match.target().map(StockLevel::item),
                figures.flatMap(MergeFigures::acknowledgedTarget),
                match.source().flatMap(StockLevel::onHand),
                remote,
                figures.flatMap(each -> remote.map(now -> now.plus(each.toTarget()))),
                action,
                hold == Hold.HELD ? Reason.OVER_THRESHOLD : reason,
                hold,
                QuantityRule.PLAIN,
                figures);
    }
}
