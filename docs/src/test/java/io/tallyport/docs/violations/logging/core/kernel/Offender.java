package io.tallyport.docs.violations.logging.core.kernel;

import io.tallyport.docs.violations.Violates;
import java.util.logging.Logger;

/** A class with a log of its own kind. */
@Violates
public final class Offender {
    static final Logger LOG = Logger.getLogger("other");
}
