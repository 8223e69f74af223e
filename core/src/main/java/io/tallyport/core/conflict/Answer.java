package io.tallyport.core.conflict;

import io.tallyport.core.kernel.Quantity;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person has answered to a conflict.
 *
 * @param value the figure, for {@link Kind#VALUE} alone
 * @param local the source's figure that it was answered at
 * @param remote the target's figure that it leaves
 */
public record Answer(
        Kind kind,
        Optional<Quantity> value,
        Optional<Quantity> local,
        Optional<Quantity> remote,
        String actor,
        Instant at) {

    /** Who is right. */
    public enum Kind {
        /** The source: its figure is written to the target. */
        SOURCE,
        /** The target: it is left as it is until one of the sides moves. */
        TARGET,
        /** Neither: a figure is written to the target, and left until one of the sides moves. */
        VALUE,
        /** Nobody asks any more, whatever moves, until both sides agree. */
        IGNORE
    }

    /** Whether a row with these figures is to be left alone by it. */
    public boolean keeps(Quantity localNow, Quantity remoteNow) {
        return switch (kind) {
            case SOURCE -> false;
            case TARGET, VALUE -> local.equals(Optional.of(localNow)) && remote.equals(Optional.of(remoteNow));
            case IGNORE -> true;
        };
    }
}
