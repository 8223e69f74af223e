package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;

/**
 * Creates consignments of one connection and brings them forward.
 *
 * <p>No platform here knows idempotency keys for these calls. So an implementation sends each call <b>once</b>: it repeats by
 * itself only what certainly did nothing (a 429, a refused connection), never after an answer was lost. It asks the gate before
 * each sending. All methods throw {@link io.tallyport.core.kernel.PortException}:
 *
 * <ul>
 *   <li>UnknownOutcome when a call was sent and its effect is not known: it may have happened, may not, and may still. The caller
 *       looks for what proves it, as each method says, before anything else;
 *   <li>Transient when it certainly was not done;
 *   <li>Conflict when somebody else has changed the consignment so that the call does not fit any more, and nothing was done;
 *   <li>Rejected when gate or platform refuse it, with the platform's words, and nothing was done;
 *   <li>Authentication; Protocol as UnknownOutcome where a write's answer cannot be read.
 * </ul>
 *
 * <p>Thread-safe.
 */
public interface ConsignmentSink {

    /**
     * Creates an empty consignment in state OPEN (a STOCKTAKE: SCHEDULED). Twice is two consignments, with one reference.
     *
     * <p>After an unknown outcome {@link ConsignmentSource#withReference} proves that it happened, by the mark in the note; not
     * being there proves nothing until no answer can be under way any more.
     *
     * @return the platform's id
     */
    ExternalId create(NewConsignment consignment);

    /**
     * Brings it to a later state, {@code SENT} or {@code RECEIVED} (a STOCKTAKE: {@code IN_PROGRESS} or {@code COMPLETE}), changing
     * nothing else; what the platform wants to have repeated with it is taken from a fresh read. One that is that far already is
     * left as it is, and so is one that is beyond: an implementation never sends a consignment back.
     *
     * <p>After an unknown outcome a read that shows the state, or a later one, proves it; repeating is harmless then.
     */
    void advance(ExternalId id, ConsignmentState to);

    /**
     * Calls it off. One that is off already, or deleted, is left as it is; one that is RECEIVED or COMPLETE is a Conflict.
     *
     * <p>After an unknown outcome a read that shows CANCELLED, or nothing, proves it; repeating is harmless then.
     */
    void cancel(ExternalId id);

    /**
     * Deletes it. Only for one of our own that is OPEN (a STOCKTAKE: SCHEDULED); the implementation reads it once more, and one
     * that is anything else is a Conflict. One that is gone already is fine.
     *
     * <p>After an unknown outcome a read that shows nothing, or it as deleted, proves it; repeating is harmless then.
     */
    void delete(ExternalId id);
}
