package io.tallyport.docs.violations.series.lightspeed.rseries;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.series.lightspeed.xseries.Neighbour;

/** One API of a vendor that leans on the other. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
