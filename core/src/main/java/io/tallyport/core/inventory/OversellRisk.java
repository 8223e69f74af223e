package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what is most likely to be sold twice: much sold and little left.
 *
 * <p>What an item sells is told by the route's own log: the units by which its syncs lowered the shop's figure in the last
 * two weeks. The risk is that number for each unit that the till has left, one more counted so that none left is the most.
 */
final class OversellRisk {

    private static final Duration WINDOW = Duration.ofDays(14);
    private static final int RUNS = 1000;

    private final RunStore runs;
    private final SyncLog log;
    private final LevelMirror mirror;
    private final Clock clock;

    OversellRisk(RunStore runs, SyncLog log, LevelMirror mirror, Clock clock) {
        this.runs = runs;
        this.log = log;
        this.mirror = mirror;
        this.clock = clock;
    }

    /** So many SKUs at most, the greatest risk first; those that sold nothing are left out. */
    Set<Sku> greatest(int top, RouteId route, LocationRef till) {
        Map<Sku, BigDecimal> sold = sold(route);
        Map<Sku, BigDecimal> risk = new HashMap<>();
        for (StockLevel level : mirror.ofSkus(till, sold.keySet())) {
            Sku sku = level.sku().orElseThrow();
            BigDecimal left = level.onHand().orElse(Quantity.ZERO).units().max(BigDecimal.ZERO);
            risk.merge(
                    sku,
                    sold.getOrDefault(sku, BigDecimal.ZERO).divide(left.add(BigDecimal.ONE), MathContext.DECIMAL64),
                    BigDecimal::max);
        }
        return risk.entrySet().stream()
                .sorted(Map.Entry.<Sku, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(top)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Sku, BigDecimal> sold(RouteId route) {
        Instant since = clock.instant().minus(WINDOW);
        List<Run> recent = runs.recent(RUNS).stream()
                .filter(run -> run.route().equals(route) && run.kind().equals(ApplyStockPlan.KIND))
                .filter(run -> run.started().isAfter(since))
                .toList();
        Map<Sku, BigDecimal> sold = new HashMap<>();
        recent.forEach(run -> add(run, sold));
        return sold;
    }

    private void add(Run run, Map<Sku, BigDecimal> sold) {
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<SyncEntry> page = log.ofRun(run.id(), cursor);
            page.items()
                    .forEach(entry -> fallen(entry)
                            .ifPresent(units -> sold.merge(new Sku(entry.entity()), units, BigDecimal::add)));
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /** By how much a write lowered the shop's figure, if it did. */
    private static Optional<BigDecimal> fallen(SyncEntry entry) {
        if (!entry.status().equals("WRITTEN")
                || entry.before().isEmpty()
                || entry.after().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal units = new BigDecimal(entry.before().get())
                .subtract(new BigDecimal(entry.after().get()));
        return units.signum() > 0 && Sku.isPresent(entry.entity()) ? Optional.of(units) : Optional.empty();
    }
}
