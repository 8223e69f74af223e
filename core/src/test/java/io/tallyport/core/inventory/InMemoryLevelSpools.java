package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spools in memory; a process that ends is a spool that is let go of by {@link #kill}. */
public final class InMemoryLevelSpools implements LevelSpools {

    private final List<Spool> kept = new ArrayList<>();

    @Override
    public synchronized LevelSpool open(String identity, Instant now, Duration resumable) {
        kept.removeIf(spool -> !spool.open
                && (spool.begun.isAfter(now) || !spool.begun.plus(resumable).isAfter(now)));
        Spool spool = kept.stream()
                .filter(each -> !each.open && each.identity.equals(identity))
                .findFirst()
                .orElseGet(() -> add(new Spool(identity, now)));
        spool.open = true;
        return spool;
    }

    private Spool add(Spool spool) {
        kept.add(spool);
        return spool;
    }

    /** Lets go of all of them, as the end of a process does. */
    public synchronized void kill() {
        List.copyOf(kept).forEach(Spool::close);
    }

    /** How many are kept, open or not. */
    public synchronized int count() {
        return kept.size();
    }

    private final class Spool implements LevelSpool {

        private final String identity;
        private final Instant begun;
        private final List<StockLevel> rows = new ArrayList<>();
        private int safe;
        private Optional<ReadPoint> reached = Optional.empty();
        private boolean open;

        Spool(String identity, Instant begun) {
            this.identity = identity;
            this.begun = begun;
        }

        @Override
        public Instant begun() {
            return begun;
        }

        @Override
        public Optional<ReadPoint> reached() {
            return reached;
        }

        @Override
        public void add(List<StockLevel> levels) {
            rows.addAll(levels);
        }

        @Override
        public void checkpoint(ReadPoint point) {
            safe = rows.size();
            reached = Optional.of(point);
        }

        @Override
        public void discard() {
            synchronized (InMemoryLevelSpools.this) {
                open = false;
                kept.remove(this);
            }
        }

        @Override
        public void close() {
            synchronized (InMemoryLevelSpools.this) {
                rows.subList(safe, rows.size()).clear();
                open = false;
            }
        }

        @Override
        public long items() {
            return levels().items();
        }

        @Override
        public Iterator<StockLevel> inOrder() {
            return levels().inOrder();
        }

        @Override
        public Collection<StockLevel> of(Set<ExternalId> items) {
            return levels().of(items);
        }

        private InMemoryLevels levels() {
            return new InMemoryLevels(rows);
        }
    }
}
