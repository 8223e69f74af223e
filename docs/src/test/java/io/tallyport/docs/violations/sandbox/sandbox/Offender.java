package io.tallyport.docs.violations.sandbox.sandbox;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.sandbox.core.Neighbour;

/** A stand-in that shares the domain with what it shall test. */
@Violates
public final class Offender {
    static final Neighbour SEEN = new Neighbour();
}
