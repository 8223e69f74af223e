package io.tallyport.docs.violations.persistence.persistence;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.persistence.lightspeed.Neighbour;

/** The database with a vendor in sight. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
