package io.tallyport.docs.violations.ladder.core.history;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.ladder.core.connection.Neighbour;

/** A capability that uses one above it. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
