package io.tallyport.docs.violations.sleep.core.kernel;

import io.tallyport.docs.violations.Violates;
import java.util.concurrent.TimeUnit;

/** A class that sleeps by unit. */
@Violates
public final class SecondOffender {
    void nap() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
