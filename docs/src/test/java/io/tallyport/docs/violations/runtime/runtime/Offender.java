package io.tallyport.docs.violations.runtime.runtime;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.runtime.sandbox.Neighbour;

/** The system with a stand-in in it. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
