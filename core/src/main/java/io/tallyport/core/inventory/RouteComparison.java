package io.tallyport.core.inventory;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads both ends of a route whole and matches them as a plan of everything does, for whoever only wants to look: the same
 * mappings, normal form, scope, duplicates and policy. Saves nothing, writes to neither end.
 */
public final class RouteComparison {

    private final PlanStores stores;
    private final Connectors connectors;
    private final LevelSpools spools;
    private final Clock clock;

    public RouteComparison(PlanStores stores, Connectors connectors, LevelSpools spools, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.spools = spools;
        this.clock = clock;
    }

    /**
     * How far one read of levels came.
     *
     * @param items different ones that were seen
     * @param total how many the platform said there are; empty where it could not
     */
    public record ReadExtent(long items, OptionalLong total) {

        /** Whether the read proved that it saw everything. */
        public boolean complete() {
            return total.isPresent() && items >= total.getAsLong();
        }
    }

    /** What was read, while both ends are still open. For one thread, and only within {@link Work}. */
    public interface Reading {

        Route route();

        ReadExtent source();

        ReadExtent target();

        /** Reads the source's products; empty where the platform has none. */
        Optional<ProductSource> sourceProducts();

        Optional<ProductSource> targetProducts();

        /** All rows by key, each with what a plan would do with it and why, rows in step included. */
        void rows(Consumer<PlanRow> each);
    }

    /** What is done with a reading. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Reading reading);
    }

    /**
     * Reads, and hands what was read to {@code work}.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws PortException when an end cannot be read
     */
    public <T> T compare(RouteId id, Progress progress, Work<T> work) {
        Route route = stores.routes()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""));
        try (RouteEnds ends = RouteEnds.open(route, stores.connections(), connectors)) {
            ends.checkLocations(stores.cycles().locations(), clock);
            FullRead full = new FullRead(spools, clock, progress);
            FullRead.Done local = full.read(ends.source(), ends.sourceConnection(), route.source());
            try (LevelSpool ours = local.spool()) {
                FullRead.Done remote = full.read(ends.targetReader(), ends.targetConnection(), route.target());
                try (LevelSpool theirs = remote.spool()) {
                    T done = work.with(new Whole(route, ends, local, remote));
                    ours.discard();
                    theirs.discard();
                    return done;
                }
            }
        }
    }

    private static final int BATCH = 1000;

    private final class Whole implements Reading {

        private final Route route;
        private final RouteEnds ends;
        private final FullRead.Done local;
        private final FullRead.Done remote;

        Whole(Route route, RouteEnds ends, FullRead.Done local, FullRead.Done remote) {
            this.route = route;
            this.ends = ends;
            this.local = local;
            this.remote = remote;
        }

        @Override
        public Route route() {
            return route;
        }

        @Override
        public ReadExtent source() {
            return new ReadExtent(local.spool().items(), local.end().total());
        }

        @Override
        public ReadExtent target() {
            return new ReadExtent(remote.spool().items(), remote.end().total());
        }

        @Override
        public Optional<ProductSource> sourceProducts() {
            return ends.sourceProducts();
        }

        @Override
        public Optional<ProductSource> targetProducts() {
            return ends.targetProducts();
        }

        @Override
        public void rows(Consumer<PlanRow> each) {
            Matching matching = new Matching(
                    local.side(),
                    remote.side(),
                    route.policy().scope(),
                    stores.mappings().of(route.id()));
            RouteRulings rulings = RouteRulings.known(stores.rulings(), route);
            StockDecision decision = new StockDecision(route.policy(), rulings, false, local.complete(), Map.of());
            List<Matching.Match> batch = new ArrayList<>(BATCH);
            while (matching.hasNext()) {
                batch.add(matching.next());
                if (batch.size() == BATCH || !matching.hasNext()) {
                    rulings.prepare(batch.stream()
                            .flatMap(match -> match.source().stream())
                            .toList());
                    batch.forEach(match -> each.accept(decision.decide(match)));
                    batch.clear();
                }
            }
        }
    }
}
