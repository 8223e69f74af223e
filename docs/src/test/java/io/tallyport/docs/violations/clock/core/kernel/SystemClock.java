package io.tallyport.docs.violations.clock.core.kernel;

import io.tallyport.docs.violations.Violates;
import java.time.Clock;

/** A class that reads the machine's time. */
@Violates
public final class SystemClock {
    Clock now() {
        return Clock.systemUTC();
    }
}
