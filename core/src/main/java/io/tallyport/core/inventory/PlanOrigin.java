package io.tallyport.core.inventory;

/**
 * What a plan was made from.
 *
 * @param of the run that is undone, or the backup that is restored; empty for a sync
 */
public record PlanOrigin(Kind kind, String of) {

    /** A sync of the route. */
    public static final PlanOrigin SYNC = new PlanOrigin(Kind.SYNC, "");

    /** Why levels are to be set. */
    public enum Kind {
        /** The source has other figures. */
        SYNC,
        /** A backup has other figures. */
        RESTORE,
        /** A run set them and is to be undone. */
        ROLLBACK
    }

    /** Whether levels are set back to what they were, whatever a source says now. */
    public boolean isUndo() {
        return kind != Kind.SYNC;
    }
}
