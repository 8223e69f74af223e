package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what belongs together: a person's mapping first, then the SKU in its normal form, and that only where it is
 * unique on both sides. Pure.
 */
final class Matching {

    /**
     * Two items that are one, or one that is alone for {@code lone}'s reason.
     *
     * @param source empty where only the target has it
     * @param target empty where only the source has it
     * @param lone empty for a pair
     */
    record Match(Optional<StockLevel> source, Optional<StockLevel> target, Optional<Reason> lone) {

        static Match pair(StockLevel source, StockLevel target) {
            return new Match(Optional.of(source), Optional.of(target), Optional.empty());
        }

        static Match source(StockLevel level, Reason why) {
            return new Match(Optional.of(level), Optional.empty(), Optional.of(why));
        }

        static Match target(StockLevel level, Reason why) {
            return new Match(Optional.empty(), Optional.of(level), Optional.of(why));
        }
    }

    private final ReadLevels source;
    private final ReadLevels target;
    private final List<Match> matches = new ArrayList<>();
    private final Map<ExternalId, StockLevel> sources = new LinkedHashMap<>();
    private final Map<ExternalId, StockLevel> targets = new LinkedHashMap<>();

    private Matching(ReadLevels source, ReadLevels target, SkuScope scope, List<SkuMapping> mappings) {
        this.source = source;
        this.target = target;
        Set<ExternalId> mappedSources = new HashSet<>();
        Set<ExternalId> mappedTargets = new HashSet<>();
        for (SkuMapping mapping : mappings) {
            mappedSources.add(mapping.sourceItem());
            mappedTargets.add(mapping.targetItem());
        }
        keep(source.levels(), scope, mappedSources, sources);
        keep(target.levels(), scope, mappedTargets, targets);
    }

    static List<Match> of(ReadLevels source, ReadLevels target, SkuScope scope, List<SkuMapping> mappings) {
        Matching matching = new Matching(source, target, scope, mappings);
        mappings.forEach(matching::byMapping);
        matching.bySku();
        return matching.matches;
    }

    private static void keep(
            Collection<StockLevel> levels, SkuScope scope, Set<ExternalId> mapped, Map<ExternalId, StockLevel> into) {
        for (StockLevel level : levels) {
            boolean covered = level.sku().map(scope::covers).orElse(scope.equals(SkuScope.ALL));
            if (covered || mapped.contains(level.item())) {
                into.put(level.item(), level);
            }
        }
    }

    private void byMapping(SkuMapping mapping) {
        StockLevel ours = sources.remove(mapping.sourceItem());
        StockLevel theirs = targets.remove(mapping.targetItem());
        if (ours != null && theirs != null) {
            matches.add(Match.pair(ours, theirs));
        } else if (ours != null) {
            matches.add(Match.source(ours, target.complete() ? Reason.MAPPING_BROKEN : Reason.INCOMPLETE_READ));
        } else if (theirs != null) {
            matches.add(Match.target(theirs, source.complete() ? Reason.MAPPING_BROKEN : Reason.INCOMPLETE_READ));
        }
    }

    private void bySku() {
        Map<Sku, Integer> sourceCount = count(sources.values());
        Map<Sku, StockLevel> targetBySku = new HashMap<>();
        Map<Sku, Integer> targetCount = count(targets.values());
        for (StockLevel level : targets.values()) {
            level.sku().ifPresent(sku -> targetBySku.put(sku, level));
        }
        Set<ExternalId> taken = new HashSet<>();
        for (StockLevel level : sources.values()) {
            Match match = matchSource(level, sourceCount, targetCount, targetBySku);
            match.target().ifPresent(found -> taken.add(found.item()));
            matches.add(match);
        }
        for (StockLevel level : targets.values()) {
            if (!taken.contains(level.item())) {
                matches.add(Match.target(level, whyAlone(level, sourceCount, targetCount)));
            }
        }
    }

    private Match matchSource(
            StockLevel level,
            Map<Sku, Integer> sourceCount,
            Map<Sku, Integer> targetCount,
            Map<Sku, StockLevel> targetBySku) {
        Optional<Sku> sku = level.sku();
        if (sku.isEmpty()) {
            return Match.source(level, Reason.NO_SKU);
        }
        StockLevel other = targetBySku.get(sku.get());
        if (other == null) {
            boolean twice = isTwice(sku, sourceCount);
            Reason absent = target.complete() ? Reason.UNMAPPED_SOURCE : Reason.INCOMPLETE_READ;
            return Match.source(level, twice ? Reason.DUPLICATE_SKU : absent);
        }
        if (isTwice(sku, sourceCount) || isTwice(sku, targetCount)) {
            return Match.source(level, Reason.DUPLICATE_SKU);
        }
        return Match.pair(level, other);
    }

    private Reason whyAlone(StockLevel level, Map<Sku, Integer> sourceCount, Map<Sku, Integer> targetCount) {
        Optional<Sku> sku = level.sku();
        if (sku.isEmpty()) {
            return Reason.NO_SKU;
        }
        if (isTwice(sku, targetCount) || isTwice(sku, sourceCount)) {
            return Reason.DUPLICATE_SKU;
        }
        return source.complete() ? Reason.UNMAPPED_TARGET : Reason.INCOMPLETE_READ;
    }

    private static boolean isTwice(Optional<Sku> sku, Map<Sku, Integer> counts) {
        return sku.map(value -> counts.getOrDefault(value, 0) > 1).orElse(false);
    }

    private static Map<Sku, Integer> count(Collection<StockLevel> levels) {
        Map<Sku, Integer> counts = new HashMap<>();
        for (StockLevel level : levels) {
            level.sku().ifPresent(sku -> counts.merge(sku, 1, Integer::sum));
        }
        return counts;
    }
}
