package io.tallyport.docs.violations.lightspeed.lightspeed.rseries;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.lightspeed.shopify.Neighbour;

/** One vendor that knows another. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
