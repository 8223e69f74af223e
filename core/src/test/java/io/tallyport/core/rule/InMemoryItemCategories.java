package io.tallyport.core.rule;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryTable;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Categories of items in memory. */
public final class InMemoryItemCategories implements ItemCategories {

    private final InMemoryTable<String, Kept> rows = new InMemoryTable<>();
    private final InMemoryTable<ConnectionId, CategoryRead> reads = new InMemoryTable<>();

    private record Kept(ConnectionId connection, Optional<String> category, long read) {}

    @Override
    public Optional<CategoryRead> lastRead(ConnectionId connection) {
        return reads.get(connection);
    }

    @Override
    public Map<ExternalId, Optional<String>> of(ConnectionId connection, Collection<ExternalId> items) {
        Map<ExternalId, Optional<String>> found = new HashMap<>();
        items.forEach(item -> rows.get(key(connection, item)).ifPresent(kept -> found.put(item, kept.category())));
        return found;
    }

    @Override
    public int put(ConnectionId connection, long read, Map<ExternalId, Optional<String>> categories) {
        int changed = 0;
        for (Map.Entry<ExternalId, Optional<String>> one : categories.entrySet()) {
            Kept now = new Kept(connection, one.getValue(), read);
            Optional<Kept> before = rows.put(key(connection, one.getKey()), now);
            changed +=
                    before.map(kept -> kept.category().equals(one.getValue())).orElse(false) ? 0 : 1;
        }
        return changed;
    }

    @Override
    public void finish(ConnectionId connection, CategoryRead read) {
        rows.copy().forEach((key, kept) -> {
            if (kept.connection().equals(connection) && kept.read() < read.number()) {
                rows.remove(key);
            }
        });
        reads.put(
                connection,
                new CategoryRead(
                        read.number(), read.changes(), read.basis(), read.at().truncatedTo(ChronoUnit.MICROS)));
    }

    private static String key(ConnectionId connection, ExternalId item) {
        return connection + "/" + item;
    }
}
