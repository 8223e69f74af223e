package io.tallyport.core.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the mirror of a location has come.
 *
 * @param basis what the mirrored connection was; a mirror of something else is of no use
 * @param revision of the last read that was merged to its end; rows of a read under way bear the next one
 * @param rows items in the mirror
 * @param mark from which the next read of changes misses nothing; empty before the first whole read
 * @param refreshed when the last read, of changes or of everything, was merged
 * @param full when the last read that proved that it saw everything was merged
 */
public record MirrorState(
        String basis,
        long revision,
        long rows,
        Optional<Watermark> mark,
        Optional<Instant> refreshed,
        Optional<Instant> full) {

    /** Whether the mirror holds every item that there was at the last whole read, and what changed since. */
    public boolean isComplete() {
        return full.isPresent() && mark.isPresent();
    }
}
