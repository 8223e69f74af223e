package io.tallyport.core.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a route has planned.
 *
 * @param basis what its plans depend on beside the levels: its ends, its policy, its mappings
 * @param source the revision of the source's mirror that is planned through
 * @param target the revision of the target's mirror that is planned through
 * @param lastFull when everything was planned last
 * @param lastCycle when what changed was planned last
 */
public record RouteCursor(
        String basis, long source, long target, Optional<Instant> lastFull, Optional<Instant> lastCycle) {

    private static final String SET_BACK = "set back";

    /**
     * The same after an undo, which the mirror may never see: a level that was written and set back reads as it did before
     * both. So the next plan looks at everything.
     */
    RouteCursor afterUndo() {
        return new RouteCursor(SET_BACK, source, target, lastFull, lastCycle);
    }

    boolean isAfterUndo() {
        return basis.equals(SET_BACK);
    }
}
