package io.tallyport.core.inventory;

import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.PortException;

/** Counts failed writes of a merge, and ends it when too many come in a row. */
final class MergeFailures {

    private static final int MOST = 3;

    private int inARow;

    void none() {
        inARow = 0;
    }

    void one(PortException why) {
        if (++inARow >= MOST) {
            throw new ApplyStop(
                    RunState.FAILED,
                    Reason.FAILED,
                    "writes failed " + inARow + " times in a row: " + why.describe(),
                    why);
        }
    }
}
