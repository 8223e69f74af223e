package io.tallyport.docs.violations.apps.cli;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.apps.shopify.Neighbour;

/** An app that knows a vendor. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
