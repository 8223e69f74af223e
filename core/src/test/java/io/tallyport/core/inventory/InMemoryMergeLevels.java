package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How pairs stand, in memory. */
public final class InMemoryMergeLevels implements MergeLevels {

    private final InMemoryTable<String, MergeLevel> rows = new InMemoryTable<>();

    @Override
    public List<MergeLevel> of(RouteId route, Collection<ExternalId> targetItems) {
        return targetItems.stream()
                .distinct()
                .flatMap(item -> rows.get(key(route, item)).stream())
                .toList();
    }

    @Override
    public void put(RouteId route, List<MergeLevel> levels) {
        for (MergeLevel level : levels) {
            String key = key(route, level.targetItem());
            if (level.revision() == 0) {
                add(route, level);
            } else if (rows.get(key)
                    .filter(kept -> kept.revision() == level.revision()
                            && kept.sourceItem().equals(level.sourceItem()))
                    .isPresent()) {
                rows.put(key, level.stored());
            } else {
                throw conflict(level);
            }
        }
    }

    private void add(RouteId route, MergeLevel level) {
        String prefix = route + "/";
        for (Map.Entry<String, MergeLevel> each : rows.copy().entrySet()) {
            MergeLevel kept = each.getValue();
            boolean sameSource = kept.sourceItem().equals(level.sourceItem());
            boolean sameTarget = kept.targetItem().equals(level.targetItem());
            if (each.getKey().startsWith(prefix) && (sameSource || sameTarget)) {
                if (sameSource && sameTarget) {
                    throw conflict(level);
                }
                rows.remove(each.getKey());
            }
        }
        rows.put(key(route, level.targetItem()), level.stored());
    }

    @Override
    public void forget(RouteId route) {
        rows.copy().keySet().stream().filter(key -> key.startsWith(route + "/")).forEach(rows::remove);
    }

    private static String key(RouteId route, ExternalId targetItem) {
        return route + "/" + targetItem;
    }

    private static PortException.Conflict conflict(MergeLevel level) {
        return new PortException.Conflict(
                FailureContext.of("put merge levels"), "the level of " + level.targetItem() + " was changed meanwhile");
    }
}
