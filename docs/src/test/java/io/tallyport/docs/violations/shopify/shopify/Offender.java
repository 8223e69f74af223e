package io.tallyport.docs.violations.shopify.shopify;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.shopify.runtime.Neighbour;

/** An adapter that knows who starts it. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
