package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;

/** The part of a mirror that a cycle looks at: all items under some keys, read from the mirror as they are asked for. */
final class AffectedLevels implements OrderedLevels {

    private static final int BATCH = 500;

    private final LevelMirror mirror;
    private final LocationRef location;
    private final long items;
    private final SortedSet<String> keys;
    private final Set<ExternalId> withoutSku;
    private final Set<ExternalId> gone;

    /**
     * Begins nothing yet.
     *
     * @param items how many there are in the whole mirror
     * @param keys SKUs, and the items of {@code withoutSku}
     * @param gone items that the platform did not know when it was asked for them
     */
    AffectedLevels(
            LevelMirror mirror,
            LocationRef location,
            long items,
            SortedSet<String> keys,
            Set<ExternalId> withoutSku,
            Set<ExternalId> gone) {
        this.mirror = mirror;
        this.location = location;
        this.items = items;
        this.keys = keys;
        this.withoutSku = withoutSku;
        this.gone = gone;
    }

    @Override
    public long items() {
        return items;
    }

    @Override
    public Collection<StockLevel> of(Set<ExternalId> wanted) {
        return mirror.ofItems(location, wanted).stream()
                .filter(level -> !gone.contains(level.item()))
                .toList();
    }

    @Override
    public Iterator<StockLevel> inOrder() {
        return new Batches(keys.iterator());
    }

    private List<StockLevel> under(Set<String> part) {
        List<Sku> skus = part.stream().filter(Sku::isPresent).map(Sku::new).toList();
        List<ExternalId> bare =
                withoutSku.stream().filter(item -> part.contains(item.value())).toList();
        List<StockLevel> found = new ArrayList<>(mirror.ofSkus(location, skus));
        if (!bare.isEmpty()) {
            mirror.ofItems(location, bare).stream()
                    .filter(level -> level.sku().isEmpty())
                    .forEach(found::add);
        }
        found.removeIf(level -> gone.contains(level.item()) || !part.contains(OrderedLevels.key(level)));
        found.sort(OrderedLevels.ORDER);
        return found;
    }

    private final class Batches implements Iterator<StockLevel> {

        private final Iterator<String> rest;
        private Iterator<StockLevel> batch = Collections.emptyIterator();

        Batches(Iterator<String> rest) {
            this.rest = rest;
        }

        @Override
        public boolean hasNext() {
            while (!batch.hasNext() && rest.hasNext()) {
                Set<String> part = new HashSet<>();
                while (part.size() < BATCH && rest.hasNext()) {
                    part.add(rest.next());
                }
                batch = under(part).iterator();
            }
            return batch.hasNext();
        }

        @Override
        public StockLevel next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return batch.next();
        }
    }
}
