package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Sku;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the items under some SKUs on both sides of a route by name: the mirror knows which they are, the platforms are
 * asked for what they have.
 */
final class ChosenRead {

    private static final int BATCH = 250;

    private final LevelMirror mirror;
    private final Clock clock;
    private final Progress progress;

    ChosenRead(LevelMirror mirror, Clock clock, Progress progress) {
        this.mirror = mirror;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What was read.
     *
     * @param mappings those that concern what was read
     * @param unknown SKUs that neither side has
     */
    record Done(PlanMaterial material, List<SkuMapping> mappings, Set<Sku> unknown) {}

    Done read(PlannedRoute planned, Set<Sku> skus, String what) {
        Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        MirrorState ours = state(planned.route().source(), planned.sourceConnection());
        MirrorState theirs = state(planned.route().target(), planned.targetConnection());
        List<StockLevel> atSource = mirror.ofSkus(planned.route().source(), skus);
        List<StockLevel> atTarget = mirror.ofSkus(planned.route().target(), skus);
        Set<ExternalId> sources = items(atSource);
        Set<ExternalId> targets = items(atTarget);
        List<SkuMapping> mappings = planned.mappings().stream()
                .filter(pair -> sources.contains(pair.sourceItem()) || targets.contains(pair.targetItem()))
                .toList();
        Set<ExternalId> mapped = new HashSet<>();
        mappings.forEach(pair -> {
            sources.add(pair.sourceItem());
            targets.add(pair.targetItem());
            mapped.add(pair.sourceItem());
            mapped.add(pair.targetItem());
        });
        List<StockLevel> local = fresh(planned.ends().source(), planned.route().source(), sources, mapped, skus);
        List<StockLevel> remote =
                fresh(planned.ends().targetReader(), planned.route().target(), targets, mapped, skus);
        PlanMaterial material = new PlanMaterial(
                new PlanSide(new ChosenLevels(ours.rows(), local), true),
                new PlanSide(new ChosenLevels(theirs.rows(), remote), true),
                started,
                ours.mark().orElseThrow(),
                Coverage.chosen(skus.size(), what),
                Optional.empty());
        Set<Sku> unknown = new HashSet<>(skus);
        atSource.forEach(level -> level.sku().ifPresent(unknown::remove));
        atTarget.forEach(level -> level.sku().ifPresent(unknown::remove));
        return new Done(material, mappings, unknown);
    }

    private MirrorState state(LocationRef location, Connection connection) {
        return mirror.state(location)
                .filter(MirrorState::isComplete)
                .filter(state -> state.basis().equals(connection.basis()))
                .orElseThrow(() -> PlanErrors.rejected(
                        "push route", PlanErrors.NOT_READ_YET, "which items " + location + " has is not known yet"));
    }

    private static Set<ExternalId> items(List<StockLevel> levels) {
        return levels.stream().map(StockLevel::item).collect(Collectors.toCollection(HashSet::new));
    }

    /** As they are now; one that got another SKU since is left to the next sync, which sees what else has it. */
    private List<StockLevel> fresh(
            InventorySource source,
            LocationRef location,
            Set<ExternalId> items,
            Set<ExternalId> mapped,
            Set<Sku> skus) {
        MirrorMerge merge = new MirrorMerge(mirror, location);
        List<ExternalId> wanted = List.copyOf(items);
        List<StockLevel> fresh = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<ExternalId> part = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
            fresh.addAll(merge.whole(source.levelsOf(location.location(), part)));
            progress.at("reading " + location, from + part.size(), OptionalLong.of(wanted.size()));
        }
        fresh.removeIf(level -> !mapped.contains(level.item())
                && !level.sku().map(skus::contains).orElse(false));
        return fresh;
    }
}
