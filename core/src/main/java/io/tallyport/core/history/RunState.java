package io.tallyport.core.history;

/** How a run stands or ended. */
public enum RunState {
    RUNNING,
    /** Everything was done that was to be done. */
    COMPLETED,
    /** Some rows were left out, each with a code. */
    PARTIAL,
    /** It stopped early or could not begin. */
    FAILED;

    public boolean isFinal() {
        return this != RUNNING;
    }
}
