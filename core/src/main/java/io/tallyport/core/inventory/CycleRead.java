package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what changed on both sides of a route since its last plan, and gives all that may have to be done about it: the
 * items under every SKU that changed on either side, and under those that the last plan left to do.
 */
final class CycleRead {

    private final CycleStores stores;
    private final Clock clock;
    private final Progress progress;

    CycleRead(CycleStores stores, Clock clock, Progress progress) {
        this.stores = stores;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What was read.
     *
     * @param doubts what must be looked at once more before it is planned
     */
    record Done(PlanMaterial material, Doubts doubts) {}

    /** What may have changed: SKUs, and items without one. */
    private static final class Affected {
        private final SkuScope scope;
        private final TreeSet<String> keys = new TreeSet<>();
        private final Set<ExternalId> sources = new HashSet<>();
        private final Set<ExternalId> targets = new HashSet<>();

        Affected(SkuScope scope) {
            this.scope = scope;
        }

        void add(StockLevel level, Set<ExternalId> withoutSku) {
            if (level.sku().map(scope::covers).orElse(scope.equals(SkuScope.ALL))) {
                keys.add(OrderedLevels.key(level));
                if (level.sku().isEmpty()) {
                    withoutSku.add(level.item());
                }
            }
        }
    }

    /**
     * Reads.
     *
     * @throws NoCycle when everything must be read instead
     */
    Done read(PlannedRoute planned) {
        Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RouteCursor before = cursor(planned);
        LocationRef source = planned.route().source();
        LocationRef target = planned.route().target();
        MirrorRefresh refresh = new MirrorRefresh(stores, clock, progress);
        MirrorRefresh.Refreshed local = refresh.refresh(planned.ends().source(), planned.sourceConnection(), source);
        MirrorRefresh.Refreshed remote =
                refresh.refresh(planned.ends().targetReader(), planned.targetConnection(), target);

        Affected affected = affected(planned, before, Math.max(local.rows(), remote.rows()));
        Doubts doubts = new Doubts(local.fresh(), remote.fresh());
        due(planned, affected, doubts, Math.max(local.rows(), remote.rows()));
        RouteCursor through = new RouteCursor(
                planned.basis(), local.revision(), remote.revision(), before.lastFull(), Optional.of(clock.instant()));
        PlanMaterial material = new PlanMaterial(
                side(source, local.rows(), affected, affected.sources, doubts.goneAtSource()),
                side(target, remote.rows(), affected, affected.targets, doubts.goneAtTarget()),
                started,
                local.mark(),
                Coverage.cycle(affected.keys.size()),
                Optional.of(through));
        return new Done(material, doubts);
    }

    private PlanSide side(
            LocationRef location, long rows, Affected affected, Set<ExternalId> withoutSku, Set<ExternalId> gone) {
        return new PlanSide(new AffectedLevels(stores.mirror(), location, rows, affected.keys, withoutSku, gone), true);
    }

    private Affected affected(PlannedRoute planned, RouteCursor before, long rows) {
        Affected affected = new Affected(planned.route().policy().scope());
        stores.mirror().changedAfter(planned.route().source(), before.source(), level -> {
            affected.add(level, affected.sources);
            CycleLimit.check(affected.keys.size(), rows);
        });
        stores.mirror().changedAfter(planned.route().target(), before.target(), level -> {
            affected.add(level, affected.targets);
            CycleLimit.check(affected.keys.size(), rows);
        });
        return affected;
    }

    /** The SKUs of what the last plan left to do. */
    private void due(PlannedRoute planned, Affected affected, Doubts doubts, long rows) {
        List<ExternalId> ours = new ArrayList<>();
        List<ExternalId> theirs = new ArrayList<>();
        stores.due().of(planned.route().id(), row -> {
            doubts.due(row);
            ours.add(row.sourceItem());
            theirs.add(row.targetItem());
            CycleLimit.check(ours.size(), rows);
        });
        stores.mirror().ofItems(planned.route().source(), ours).forEach(level -> affected.add(level, affected.sources));
        stores.mirror()
                .ofItems(planned.route().target(), theirs)
                .forEach(level -> affected.add(level, affected.targets));
    }

    private RouteCursor cursor(PlannedRoute planned) {
        RouteCursor before =
                planned.before().orElseThrow(() -> new NoCycle("the route has not been planned whole yet"));
        if (!before.basis().equals(planned.basis())) {
            throw new NoCycle("the route, its connections, its rules or its mappings have changed");
        }
        Duration fullEvery = planned.route().policy().fullEvery();
        check(planned.route().source(), planned.sourceConnection(), before.source(), fullEvery);
        check(planned.route().target(), planned.targetConnection(), before.target(), fullEvery);
        return before;
    }

    private void check(LocationRef location, Connection connection, long planned, Duration fullEvery) {
        MirrorState state = stores.mirror()
                .state(location)
                .filter(MirrorState::isComplete)
                .filter(known -> known.basis().equals(connection.basis()))
                .filter(known -> known.revision() >= planned)
                .orElseThrow(() -> new NoCycle(location + " has not been read whole yet"));
        Instant full = state.full().orElseThrow();
        if (Duration.between(full, clock.instant()).abs().compareTo(fullEvery) >= 0) {
            throw new NoCycle("the last whole read of " + location + " is of " + full.truncatedTo(ChronoUnit.SECONDS)
                    + ", and a new one is due every " + words(fullEvery));
        }
    }

    private static String words(Duration time) {
        return time.toMinutes() % 60 == 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }
}
