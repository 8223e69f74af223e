package io.tallyport.core.consignment.steps;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import java.time.Duration;
import java.time.Instant;

/** A write that was intended, with what is known of it. */
public record Made(Intent intent, Step step, StepNote note) {

    /** Begins the detail of one whose effect was looked for in vain; it may still come about. */
    private static final String LOST = "no effect seen";

    /** The detail of one that was not answered, and whose effect was seen. */
    static final String SEEN = "its effect was seen";

    public static Made of(Intent intent) {
        return new Made(intent, Step.of(intent.operation()), StepNote.read(intent.payload()));
    }

    public static String lost(String why) {
        return LOST + (why.isEmpty() ? "" : ": " + why);
    }

    public boolean isOpen() {
        return intent.state().isOpen();
    }

    public boolean isApplied() {
        return intent.state() == IntentState.APPLIED;
    }

    /** Whether its effect was looked for in vain. */
    public boolean isLost() {
        return intent.state() == IntentState.NOT_APPLIED && intent.detail().startsWith(LOST);
    }

    /**
     * Whether it may still come about although it is settled: nobody answered it. Its effect may have been seen all the same, since
     * another write that says the same has the same effect.
     */
    public boolean mayStillArrive() {
        return isLost() || (isApplied() && intent.detail().equals(SEEN));
    }

    /** Whether it certainly did nothing and never will. */
    public boolean isRefused() {
        return intent.state() == IntentState.NOT_APPLIED && !isLost();
    }

    public boolean isAbout(ExternalId consignment) {
        return note.isAbout(consignment);
    }

    /** From when on no answer to it can be under way any more. */
    public Instant over(Duration underWay) {
        return intent.recordedAt().plus(underWay);
    }
}
