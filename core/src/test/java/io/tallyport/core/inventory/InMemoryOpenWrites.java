package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Open writes, in memory. */
public final class InMemoryOpenWrites implements OpenWrites {

    private final InMemoryTable<String, OpenWrite> rows = new InMemoryTable<>();

    @Override
    public List<OpenWrite> at(LocationRef location, Collection<ExternalId> items) {
        return items.stream()
                .distinct()
                .flatMap(item -> rows.get(key(location, item)).stream())
                .toList();
    }

    @Override
    public List<OpenWrite> of(RouteId route) {
        return rows.values().stream()
                .filter(write -> write.route().equals(route))
                .sorted(Comparator.comparing(OpenWrite::intent))
                .toList();
    }

    @Override
    public void open(List<OpenWrite> writes) {
        for (OpenWrite write : writes) {
            if (!rows.add(key(write.at(), write.item()), write)) {
                throw new PortException.Conflict(
                        FailureContext.of("open writes"), write.item() + " is being written by another merge");
            }
        }
    }

    @Override
    public void close(String intent, LocationRef location, Collection<ExternalId> items) {
        for (ExternalId item : items) {
            rows.get(key(location, item))
                    .filter(write -> write.intent().equals(intent))
                    .ifPresent(write -> rows.remove(key(location, item)));
        }
    }

    private static String key(LocationRef location, ExternalId item) {
        return location + "/" + item;
    }
}
