package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What both ends of a route are known to have under one key, and what is mapped to that.
 *
 * @param sourceAt when the source was so
 * @param targetAt when the target was so
 * @param isFresh whether the platforms were asked just now
 * @param agreed target items that both sides came to agree on after the read, and when
 */
record KnownSides(
        List<StockLevel> source,
        List<StockLevel> target,
        Optional<Instant> sourceAt,
        Optional<Instant> targetAt,
        boolean isFresh,
        Map<ExternalId, Instant> agreed) {

    /** What the mirrors tell. */
    static KnownSides of(LevelMirror mirror, Route route, String key, List<SkuMapping> mappings) {
        List<StockLevel> source = under(mirror, route.source(), key);
        List<StockLevel> target = under(mirror, route.target(), key);
        Set<ExternalId> ours = items(source);
        Set<ExternalId> theirs = items(target);
        List<SkuMapping> about = mappings.stream()
                .filter(mapping -> ours.contains(mapping.sourceItem()) || theirs.contains(mapping.targetItem()))
                .toList();
        source.addAll(mirror.ofItems(
                route.source(), about.stream().map(SkuMapping::sourceItem).toList()));
        target.addAll(mirror.ofItems(
                route.target(), about.stream().map(SkuMapping::targetItem).toList()));
        return new KnownSides(
                FewLevels.latest(source).levels(),
                FewLevels.latest(target).levels(),
                mirror.state(route.source()).flatMap(MirrorState::refreshed),
                mirror.state(route.target()).flatMap(MirrorState::refreshed),
                false,
                Map.of());
    }

    private static List<StockLevel> under(LevelMirror mirror, LocationRef location, String key) {
        List<StockLevel> found = new ArrayList<>();
        if (Sku.isPresent(key)) {
            found.addAll(mirror.ofSkus(location, List.of(new Sku(key))));
        }
        if (found.isEmpty() && !key.isBlank()) {
            found.addAll(mirror.ofItems(location, List.of(new ExternalId(key))));
        }
        return found;
    }

    private static Set<ExternalId> items(List<StockLevel> levels) {
        return levels.stream().map(StockLevel::item).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return source.isEmpty() && target.isEmpty();
    }

    /** The same items as the platforms have them now. */
    KnownSides fresh(RouteEnds ends, Clock clock) {
        List<StockLevel> ours = ends.source().levelsOf(ends.sourceEnd().location(), List.copyOf(items(source)));
        List<StockLevel> theirs = ends.targetReader().levelsOf(ends.targetEnd().location(), List.copyOf(items(target)));
        Optional<Instant> now = Optional.of(clock.instant());
        return new KnownSides(named(ours, source), named(theirs, target), now, now, true, Map.of());
    }

    /** What both sides have come to agree on since is newer than what the target was read with: we wrote it. */
    KnownSides with(List<Acknowledged> levels, StockFigure figure) {
        Map<ExternalId, Acknowledged> newer = new HashMap<>();
        levels.stream()
                .filter(level -> targetAt.map(level.at()::isAfter).orElse(false))
                .forEach(level -> newer.put(level.targetItem(), level));
        Map<ExternalId, Instant> when = new HashMap<>();
        newer.forEach((item, level) -> when.put(item, level.at()));
        List<StockLevel> now = target.stream()
                .map(level -> Optional.ofNullable(newer.get(level.item()))
                        .map(known -> set(level, figure, known.quantity()))
                        .orElse(level))
                .toList();
        return new KnownSides(source, now, sourceAt, targetAt, isFresh, when);
    }

    private static StockLevel set(StockLevel level, StockFigure figure, Quantity quantity) {
        boolean onHand = figure == StockFigure.ON_HAND;
        return new StockLevel(
                level.item(),
                level.sku(),
                level.title(),
                level.tracked(),
                level.stocking(),
                onHand ? Optional.of(quantity) : Optional.empty(),
                onHand ? Optional.empty() : Optional.of(quantity));
    }

    /** Figures of now; a read of single items need not tell SKU and title. */
    private static List<StockLevel> named(List<StockLevel> now, List<StockLevel> known) {
        List<StockLevel> named = new ArrayList<>();
        for (StockLevel level : now) {
            StockLevel before = known.stream()
                    .filter(one -> one.item().equals(level.item()))
                    .findFirst()
                    .orElse(level);
            named.add(new StockLevel(
                    level.item(),
                    level.sku().or(before::sku),
                    level.title().isBlank() ? before.title() : level.title(),
                    level.tracked(),
                    level.stocking(),
                    level.onHand(),
                    level.available()));
        }
        return named;
    }

    Optional<StockLevel> atSource(ExternalId item) {
        return find(source, item);
    }

    Optional<StockLevel> atTarget(ExternalId item) {
        return find(target, item);
    }

    private static Optional<StockLevel> find(List<StockLevel> levels, ExternalId item) {
        return levels.stream().filter(level -> level.item().equals(item)).findFirst();
    }

    Explanation.Side side(LocationRef location, Optional<StockLevel> level, boolean ofSource) {
        Optional<Instant> written = ofSource ? Optional.empty() : level.map(known -> agreed.get(known.item()));
        return new Explanation.Side(
                location,
                level,
                written.isPresent() ? written : ofSource ? sourceAt : targetAt,
                isFresh,
                written.isPresent());
    }
}
