package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs together: a person's mapping first, then the SKU in its normal form, and that only where it is
 * unique on both sides. Pure, and a merge of two ordered sides: it holds neither.
 *
 * <p>Matches come in the order of their rows: by key, then source item, then target item.
 */
final class Matching implements Iterator<Matching.Match> {

    private static final Comparator<Match> ORDER = Comparator.comparing(Match::key)
            .thenComparing(match -> item(match.source()))
            .thenComparing(match -> item(match.target()));

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

        /** The level that gives the row its name. */
        StockLevel named() {
            return source.isPresent() ? source.get() : target.orElseThrow();
        }

        String key() {
            return OrderedLevels.key(named());
        }
    }

    private final boolean sourceComplete;
    private final boolean targetComplete;
    private final Iterator<Match> mapped;
    private final BySku bySku;
    private @Nullable Match nextMapped;
    private @Nullable Match nextBySku;

    Matching(PlanSide source, PlanSide target, SkuScope scope, List<SkuMapping> mappings) {
        this.sourceComplete = source.complete();
        this.targetComplete = target.complete();
        Set<ExternalId> sources = mappings.stream().map(SkuMapping::sourceItem).collect(Collectors.toUnmodifiableSet());
        Set<ExternalId> targets = mappings.stream().map(SkuMapping::targetItem).collect(Collectors.toUnmodifiableSet());
        this.mapped = byMapping(mappings, byItem(source, sources), byItem(target, targets));
        this.bySku = new BySku(
                new MatchingSide(source.levels().inOrder(), scope, sources),
                new MatchingSide(target.levels().inOrder(), scope, targets),
                targetComplete ? Reason.UNMAPPED_SOURCE : Reason.INCOMPLETE_READ,
                sourceComplete ? Reason.UNMAPPED_TARGET : Reason.INCOMPLETE_READ);
        this.nextMapped = mapped.hasNext() ? mapped.next() : null;
        this.nextBySku = bySku.next();
    }

    @Override
    public boolean hasNext() {
        return nextMapped != null || nextBySku != null;
    }

    @Override
    public Match next() {
        Match one = nextMapped;
        Match other = nextBySku;
        if (one != null && (other == null || ORDER.compare(one, other) < 0)) {
            nextMapped = mapped.hasNext() ? mapped.next() : null;
            return one;
        }
        if (other == null) {
            throw new NoSuchElementException();
        }
        nextBySku = bySku.next();
        return other;
    }

    private static String item(Optional<StockLevel> level) {
        return level.isPresent() ? level.get().item().value() : "";
    }

    private static Map<ExternalId, StockLevel> byItem(PlanSide read, Set<ExternalId> items) {
        Map<ExternalId, StockLevel> found = new HashMap<>();
        if (!items.isEmpty()) {
            read.levels().of(items).forEach(level -> found.put(level.item(), level));
        }
        return found;
    }

    private Iterator<Match> byMapping(
            List<SkuMapping> mappings, Map<ExternalId, StockLevel> sources, Map<ExternalId, StockLevel> targets) {
        List<Match> matches = new ArrayList<>();
        for (SkuMapping mapping : mappings) {
            StockLevel ours = sources.get(mapping.sourceItem());
            StockLevel theirs = targets.get(mapping.targetItem());
            if (ours != null && theirs != null) {
                matches.add(Match.pair(ours, theirs));
            } else if (ours != null) {
                matches.add(Match.source(ours, targetComplete ? Reason.MAPPING_BROKEN : Reason.INCOMPLETE_READ));
            } else if (theirs != null) {
                matches.add(Match.target(theirs, sourceComplete ? Reason.MAPPING_BROKEN : Reason.INCOMPLETE_READ));
            }
        }
        matches.sort(ORDER);
        return matches.iterator();
    }

    /**
     * The join by SKU: all levels of one key after those of the one before, first those of the target that stay alone,
     * then those of the source. However many stand under one key, they pass by one at a time.
     */
    private static final class BySku {

        private final MatchingSide source;
        private final MatchingSide target;
        private final Reason sourceAlone;
        private final Reason targetAlone;
        private @Nullable String key;
        private boolean paired;
        private boolean twice;
        private @Nullable StockLevel partner;

        BySku(MatchingSide source, MatchingSide target, Reason sourceAlone, Reason targetAlone) {
            this.source = source;
            this.target = target;
            this.sourceAlone = sourceAlone;
            this.targetAlone = targetAlone;
        }

        /** The next match; null at the end. */
        @Nullable
        Match next() {
            String now = key == null ? begin() : key;
            while (now != null) {
                Match match = targets(now);
                match = match == null ? sources(now) : match;
                if (match != null) {
                    return match;
                }
                now = begin();
            }
            return null;
        }

        private @Nullable String begin() {
            String ours = source.key();
            String theirs = target.key();
            String least = ours == null || (theirs != null && theirs.compareTo(ours) < 0) ? theirs : ours;
            key = least;
            partner = null;
            if (least != null) {
                int sources = source.skusAt(least);
                int targets = target.skusAt(least);
                twice = sources > 1 || targets > 1;
                paired = sources == 1 && targets == 1;
            }
            return least;
        }

        private @Nullable Match targets(String now) {
            for (StockLevel level = target.poll(now); level != null; level = target.poll(now)) {
                if (level.sku().isEmpty()) {
                    return Match.target(level, Reason.NO_SKU);
                }
                if (!paired) {
                    return Match.target(level, twice ? Reason.DUPLICATE_SKU : targetAlone);
                }
                partner = level;
            }
            return null;
        }

        private @Nullable Match sources(String now) {
            StockLevel level = source.poll(now);
            if (level == null) {
                return null;
            }
            if (level.sku().isEmpty()) {
                return Match.source(level, Reason.NO_SKU);
            }
            return partner != null
                    ? Match.pair(level, partner)
                    : Match.source(level, twice ? Reason.DUPLICATE_SKU : sourceAlone);
        }
    }
}
