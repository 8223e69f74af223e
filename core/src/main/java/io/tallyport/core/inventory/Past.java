package io.tallyport.core.inventory;

/** What is kept about the past, and may be pruned. */
public enum Past {
    /** Remote calls. */
    API_LOG("remote calls"),
    /** What became of each row. */
    SYNC_LOG("rows of the sync log"),
    /** Intents that are settled; an open one is never pruned. */
    INTENTS("settled intents"),
    /** What an undo needs; goes with its intent. */
    PRE_IMAGES("pre-images"),
    /** Runs that have ended, with their counts. */
    RUNS("run reports"),
    /** Plans that nobody is applying. */
    PLANS("plans"),
    /** Conflicts that are closed. */
    CONFLICTS("closed conflicts");

    private final String meaning;

    Past(String meaning) {
        this.meaning = meaning;
    }

    /** In words, for a person. */
    public String meaning() {
        return meaning;
    }

    /** Whether a rollback needs it. */
    boolean isNeededForUndo() {
        return this == INTENTS || this == PRE_IMAGES || this == RUNS || this == PLANS;
    }
}
