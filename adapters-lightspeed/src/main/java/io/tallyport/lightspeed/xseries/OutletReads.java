package io.tallyport.lightspeed.xseries;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The reads of all levels that are under way in a session, at most {@link #MOST}: a further one takes the place of the
 * one that was not used for longest, which then reads its inventory again. Thread-safe.
 */
final class OutletReads {

    static final int MOST = 2;

    private final Map<String, OutletRead> reads = new LinkedHashMap<>(MOST, 0.75f, true);

    /**
     * One read's inventory.
     *
     * @param name by which cursors know it
     * @param servedBefore how many products another session served before this one took over
     */
    record OutletRead(String name, OutletLevels levels, long servedBefore) {
        long served() {
            return servedBefore + levels.served();
        }
    }

    synchronized Optional<OutletRead> find(String read) {
        return Optional.ofNullable(reads.get(read));
    }

    /** A new one. */
    synchronized OutletRead begin(long servedBefore) {
        if (reads.size() >= MOST) {
            reads.remove(reads.keySet().iterator().next());
        }
        OutletRead read = new OutletRead(UUID.randomUUID().toString(), new OutletLevels(), servedBefore);
        reads.put(read.name(), read);
        return read;
    }

    synchronized void end(String read) {
        reads.remove(read);
    }

    synchronized void clear() {
        reads.clear();
    }
}
