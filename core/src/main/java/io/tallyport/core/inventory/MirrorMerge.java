package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Completes what a platform told of some items by what the mirror knows of them. */
final class MirrorMerge {

    private final LevelMirror mirror;
    private final LocationRef location;

    MirrorMerge(LevelMirror mirror, LocationRef location) {
        this.mirror = mirror;
        this.location = location;
    }

    /**
     * Rows of a read of changes: one without SKU and title carries figures only. Items that are new are asked for, since
     * their row need not say what they are.
     */
    List<StockLevel> changed(InventorySource source, List<StockLevel> told) {
        Map<ExternalId, StockLevel> known =
                known(told.stream().map(StockLevel::item).toList());
        List<StockLevel> rows = new ArrayList<>();
        List<ExternalId> strangers = new ArrayList<>();
        for (StockLevel level : told) {
            StockLevel before = known.get(level.item());
            if (before == null) {
                strangers.add(level.item());
            } else {
                boolean figuresOnly = level.sku().isEmpty() && level.title().isBlank();
                rows.add(figuresOnly ? figures(before, level) : titled(before, level));
            }
        }
        if (!strangers.isEmpty()) {
            rows.addAll(source.levelsOf(location.location(), strangers));
        }
        return rows;
    }

    /** Rows of items that were asked for by name: they say all but, at some platforms, the title. */
    List<StockLevel> whole(Collection<StockLevel> told) {
        Map<ExternalId, StockLevel> known =
                known(told.stream().map(StockLevel::item).toList());
        return told.stream()
                .map(level -> titled(known.getOrDefault(level.item(), level), level))
                .toList();
    }

    private Map<ExternalId, StockLevel> known(Collection<ExternalId> items) {
        Map<ExternalId, StockLevel> known = new HashMap<>();
        mirror.ofItems(location, items).forEach(level -> known.put(level.item(), level));
        return known;
    }

    private static StockLevel figures(StockLevel known, StockLevel told) {
        return new StockLevel(
                known.item(),
                known.sku(),
                known.title(),
                known.tracked(),
                told.stocking(),
                told.onHand(),
                told.available());
    }

    private static StockLevel titled(StockLevel known, StockLevel told) {
        return new StockLevel(
                told.item(),
                told.sku(),
                told.title().isBlank() ? known.title() : told.title(),
                told.tracked(),
                told.stocking(),
                told.onHand(),
                told.available());
    }
}
