package io.tallyport.docs.violations.clock.core.kernel;

import io.tallyport.docs.violations.Violates;
import java.time.Instant;

/** A class that reads the machine's time. */
@Violates
public final class InstantNow {
    Instant now() {
        return Instant.now();
    }
}
