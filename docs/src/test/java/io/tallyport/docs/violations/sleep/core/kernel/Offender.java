package io.tallyport.docs.violations.sleep.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A class that sleeps. */
@Violates
public final class Offender {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
