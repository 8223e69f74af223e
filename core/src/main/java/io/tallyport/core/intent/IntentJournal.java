package io.tallyport.core.intent;

import java.util.List;
import java.util.Optional;

/** Keeps intents. Joins the caller's unit of work; thread-safe. */
public interface IntentJournal {

    /**
     * Stores a new intent; it is durable when the unit of work has committed, and only then may its call be sent.
     *
     * @throws io.tallyport.core.kernel.PortException.Conflict when an intent with this id exists already
     */
    void record(Intent intent);

    /**
     * Moves an open intent to {@code outcome}; false, and nothing changed, when it was not open any more.
     */
    boolean settle(String intentId, IntentState outcome, String detail);

    Optional<Intent> find(String intentId);

    /** All intents of an owner, by chunk and generation. */
    List<Intent> ofOwner(String owner);
}
