package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.SkuMapping;
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
        for (MappingEntry entry : wanted) {
            List<MappingEntry> inTheWay = inTheWay(entry.mapping(), bySource, byTarget);
            Optional<MappingEntry> stays = inTheWay.stream()
                    .filter(other -> !gives(other, entry, overwrite))
                    .findFirst();
            if (stays.isEmpty()) {
                removed.addAll(inTheWay);
                added.add(entry);
            } else if (!stays.get().mapping().equals(entry.mapping())) {
                clashes.add(new Clash(entry, stays.get()));
            }
        }
        return new MappingChange(List.copyOf(removed), added, wanted.size() - added.size() - clashes.size(), clashes);
    }

    private static List<MappingEntry> inTheWay(
            SkuMapping wanted, Map<ExternalId, MappingEntry> bySource, Map<ExternalId, MappingEntry> byTarget) {
        return Stream.of(
                        Optional.ofNullable(bySource.get(wanted.sourceItem())),
                        Optional.ofNullable(byTarget.get(wanted.targetItem())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Whether a stored one gives way; the same pair does for a stronger word only, since nothing else is to be changed. */
    private static boolean gives(MappingEntry known, MappingEntry wanted, boolean overwrite) {
        boolean same = known.mapping().equals(wanted.mapping());
        return wanted.origin().outranks(known.origin()) || (overwrite && !same);
    }

    /** Stores it; inside the caller's unit of work. */
    void store(MappingStore mappings) {
        removed.forEach(entry -> mappings.remove(entry.mapping()));
        added.forEach(mappings::add);
    }
}
