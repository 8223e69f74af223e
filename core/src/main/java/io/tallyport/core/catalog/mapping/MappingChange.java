package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of a route's mappings when others are wanted: a stronger word takes the place of a weaker one, a weaker one
 * never does, and of two equal ones the older stays unless it is to be overwritten. Pure.
 *
 * @param removed what must go first
 * @param added what comes
 * @param unchanged how many were there already
 * @param clashes what cannot come, with what is in its way
 */
record MappingChange(
        List<MappingEntry> removed, List<MappingEntry> added, int unchanged, List<MappingChange.Clash> clashes) {

    /** A mapping that cannot be made beside another one. */
    record Clash(MappingEntry wanted, MappingEntry known) {}

    static MappingChange of(List<MappingEntry> known, List<MappingEntry> wanted, boolean overwrite) {
        Map<ExternalId, MappingEntry> bySource = new HashMap<>();
        Map<ExternalId, MappingEntry> byTarget = new HashMap<>();
        for (MappingEntry entry : known) {
            bySource.put(entry.mapping().sourceItem(), entry);
            byTarget.put(entry.mapping().targetItem(), entry);
        }
        Set<MappingEntry> removed = new LinkedHashSet<>();
        List<MappingEntry> added = new ArrayList<>();
        List<Clash> clashes = new ArrayList<>();
        int unchanged = 0;
        for (MappingEntry entry : wanted) {
            List<MappingEntry> inTheWay = Stream.of(
                            Optional.ofNullable(bySource.get(entry.mapping().sourceItem())),
                            Optional.ofNullable(byTarget.get(entry.mapping().targetItem())))
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            Optional<MappingEntry> same = inTheWay.stream()
                    .filter(other -> other.mapping().equals(entry.mapping()))
                    .findFirst();
            if (same.isPresent() && !entry.origin().outranks(same.get().origin())) {
                unchanged++;
                continue;
            }
            Optional<MappingEntry> stays = inTheWay.stream()
                    .filter(other -> !other.mapping().equals(entry.mapping()))
                    .filter(other -> !overwrite && !entry.origin().outranks(other.origin()))
                    .findFirst();
            if (stays.isPresent()) {
                clashes.add(new Clash(entry, stays.get()));
            } else {
                removed.addAll(inTheWay);
                added.add(entry);
            }
        }
        return new MappingChange(List.copyOf(removed), added, unchanged, clashes);
    }

    /** Stores it; inside the caller's unit of work. */
    void store(MappingStore mappings) {
        removed.forEach(entry -> mappings.remove(entry.mapping()));
        added.forEach(mappings::add);
    }
}
