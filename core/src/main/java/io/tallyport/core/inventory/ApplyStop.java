package io.tallyport.core.inventory;

import io.tallyport.core.history.RunState;

/** Ends an apply before its last row. */
final class ApplyStop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RunState state;
    private final Reason rest;

    /**
     * An early end.
     *
     * @param state how the run ends
     * @param rest the reason of every row that has had no turn
     */
    ApplyStop(RunState state, Reason rest, String why, Throwable cause) {
        super(why, cause);
        this.state = state;
        this.rest = rest;
    }

    ApplyStop(RunState state, Reason rest, String why) {
        super(why);
        this.state = state;
        this.rest = rest;
    }

    RunState state() {
        return state;
    }

    Reason rest() {
        return rest;
    }
}
