package io.tallyport.core.inventory;

import java.time.Instant;

/**
 * A read that has been merged into a mirror to its end.
 *
 * @param revision that its rows bear: one more than the mirror's
 * @param basis what the connection is
 * @param mark from which a later read of changes misses nothing
 * @param at when it ended
 */
public record MirrorRead(Kind kind, long revision, String basis, Watermark mark, Instant at) {

    /** What a read proves. */
    public enum Kind {
        /** All that changed since the mirror's mark. */
        CHANGES,
        /** Everything, with proof. */
        EVERYTHING,
        /** Some rows: neither the mark nor the time of the last whole read moves. */
        SOME
    }
}
