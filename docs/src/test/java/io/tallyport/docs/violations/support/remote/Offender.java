package io.tallyport.docs.violations.support.remote;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.support.persistence.Neighbour;

/** What adapters share, with the database in sight. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
