package io.tallyport.docs.violations.clock.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A class that reads the machine's time. */
@Violates
public final class Millis {
    long now() {
        return System.currentTimeMillis();
    }
}
