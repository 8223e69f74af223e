package io.tallyport.core.conflict;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of a route that a person is, was or may be asked about.
 *
 * @param last as it was seen last
 * @param opened when it was seen first
 * @param count in how many plans it was seen
 * @param answer what keeps it; empty unless it is KEPT
 * @param closed when both sides agreed again
 */
public record Conflict(
        long id,
        Sighting last,
        ConflictState state,
        Instant opened,
        long count,
        Optional<Answer> answer,
        Optional<Instant> closed) {

    /** A conflict that is seen for the first time; {@code id} 0 until it is stored. */
    public static Conflict first(long id, Sighting seen) {
        ConflictState state = seen.kind().sightings() > 1 ? ConflictState.WATCHED : ConflictState.OPEN;
        return new Conflict(id, seen, state, seen.at(), 1, Optional.empty(), Optional.empty());
    }

    /** The same after it was seen once more; what one plan sees twice counts once. What was answered holds no longer. */
    public Conflict seen(Sighting again) {
        long times = again.plan().equals(last.plan()) ? count : count + 1;
        boolean open = state != ConflictState.WATCHED || times >= again.kind().sightings();
        return new Conflict(
                id,
                again,
                open ? ConflictState.OPEN : ConflictState.WATCHED,
                opened,
                times,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with a person's answer, which keeps both sides as they are. */
    public Conflict kept(Answer by) {
        return new Conflict(id, last, ConflictState.KEPT, opened, count, Optional.of(by), Optional.empty());
    }

    /** The same after both sides have come to agree. */
    public Conflict closed(Instant at) {
        return new Conflict(id, last, ConflictState.CLOSED, opened, count, answer, Optional.of(at));
    }
}
