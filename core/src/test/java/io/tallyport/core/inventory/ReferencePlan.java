package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The plan as one would make it with everything in memory and no thought of its size: what the streaming one must come
 * to as well.
 */
public final class ReferencePlan {

    private final PlanStockSync.Input input;
    private final Map<ExternalId, StockLevel> sources;
    private final Map<ExternalId, StockLevel> targets;
    private final List<Matching.Match> matches = new ArrayList<>();

    /** Rows of the file, in order. */
    public final List<PlanRow> rows = new ArrayList<>();

    /** Figures that are news. */
    public final Map<ExternalId, Quantity> agreed = new HashMap<>();

    /** What the counts should be. */
    public final PlanCounts counts;

    /**
     * A plan.
     *
     * @param input its levels are not looked at
     * @param source as they arrived, the later one of an item counts
     * @param target as they arrived, the later one of an item counts
     */
    public ReferencePlan(
            PlanStockSync.Input input,
            List<StockLevel> source,
            List<StockLevel> target,
            Map<ExternalId, Quantity> acknowledged) {
        this.input = input;
        this.sources = latest(source);
        this.targets = latest(target);
        int sourceRows = sources.size();
        int targetRows = targets.size();
        byMapping();
        bySku();
        List<PlanRow> all = new ArrayList<>();
        StockDecision decision = new StockDecision(
                input.policy(), input.rules(), input.activate(), input.source().complete(), acknowledged);
        matches.forEach(match -> all.add(decision.decide(match)));
        all.sort(Comparator.comparing(PlanRow::key)
                .thenComparing(row -> row.sourceItem().map(ExternalId::value).orElse(""))
                .thenComparing(row -> row.targetItem().map(ExternalId::value).orElse("")));
        all.forEach(this::sortOut);
        this.counts = count(all, sourceRows, targetRows);
    }

    private static Map<ExternalId, StockLevel> latest(List<StockLevel> arrived) {
        Map<ExternalId, StockLevel> latest = new LinkedHashMap<>();
        arrived.forEach(level -> latest.put(level.item(), level));
        return latest;
    }

    private void byMapping() {
        for (SkuMapping mapping : input.mappings()) {
            StockLevel ours = sources.remove(mapping.sourceItem());
            StockLevel theirs = targets.remove(mapping.targetItem());
            if (ours != null && theirs != null) {
                matches.add(Matching.Match.pair(ours, theirs));
            } else if (ours != null) {
                matches.add(Matching.Match.source(ours, gone(input.target(), Reason.MAPPING_BROKEN)));
            } else if (theirs != null) {
                matches.add(Matching.Match.target(theirs, gone(input.source(), Reason.MAPPING_BROKEN)));
            }
        }
    }

    private static Reason gone(PlanSide where, Reason when) {
        return where.complete() ? when : Reason.INCOMPLETE_READ;
    }

    private void bySku() {
        List<StockLevel> ours =
                sources.values().stream().filter(this::isCovered).toList();
        List<StockLevel> theirs =
                targets.values().stream().filter(this::isCovered).toList();
        Set<ExternalId> paired = new HashSet<>();
        for (StockLevel level : ours) {
            List<StockLevel> partners = theirs.stream().filter(same(level)).toList();
            boolean alone = ours.stream().filter(same(level)).count() == 1;
            if (alone && partners.size() == 1) {
                matches.add(Matching.Match.pair(level, partners.get(0)));
                paired.add(partners.get(0).item());
            } else {
                boolean twice = !alone || !partners.isEmpty();
                matches.add(Matching.Match.source(
                        level, whyAlone(level, twice, gone(input.target(), Reason.UNMAPPED_SOURCE))));
            }
        }
        for (StockLevel level : theirs) {
            if (!paired.contains(level.item())) {
                boolean twice = theirs.stream().filter(same(level)).count() > 1
                        || ours.stream().anyMatch(same(level));
                matches.add(Matching.Match.target(
                        level, whyAlone(level, twice, gone(input.source(), Reason.UNMAPPED_TARGET))));
            }
        }
    }

    private boolean isCovered(StockLevel level) {
        return level.sku()
                .map(input.policy().scope()::covers)
                .orElse(input.policy().scope().prefixes().isEmpty());
    }

    private static Predicate<StockLevel> same(StockLevel level) {
        return other -> level.sku().isPresent() && level.sku().equals(other.sku());
    }

    private static Reason whyAlone(StockLevel level, boolean twice, Reason otherwise) {
        if (level.sku().isEmpty()) {
            return Reason.NO_SKU;
        }
        return twice ? Reason.DUPLICATE_SKU : otherwise;
    }

    private void sortOut(PlanRow row) {
        if (row.action() == Action.KEEP && !row.acknowledged().equals(row.desired())) {
            agreed.put(row.targetItem().orElseThrow(), row.desired().orElseThrow());
        }
        if (row.action() != Action.KEEP || row.reason() != Reason.CHANGED) {
            rows.add(row);
        }
    }

    private PlanCounts count(List<PlanRow> all, int sourceRows, int targetRows) {
        Map<Action, Long> byAction = new HashMap<>();
        Map<Reason, Long> byReason = new HashMap<>();
        rows.forEach(row -> byAction.merge(row.action(), 1L, Long::sum));
        rows.forEach(row -> byReason.merge(row.reason(), 1L, Long::sum));
        long unchanged = all.stream().filter(row -> row.action() == Action.KEEP).count();
        long writes = all.stream().filter(row -> row.action().isWrite()).count();
        long toZero = all.stream()
                .filter(row -> row.action().isWrite() && isZero(row.desired()) && !isZero(row.remote()))
                .count();
        long held = all.stream().filter(PlanRow::isHeld).count();
        return new PlanCounts(sourceRows, targetRows, unchanged + writes, unchanged, toZero, held, byAction, byReason);
    }

    private static boolean isZero(Optional<Quantity> quantity) {
        return quantity.map(Quantity::isZero).orElse(false);
    }
}
