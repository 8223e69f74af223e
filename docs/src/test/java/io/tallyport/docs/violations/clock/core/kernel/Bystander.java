package io.tallyport.docs.violations.clock.core.kernel;

import java.time.Clock;
import java.time.Instant;

/** A class that is given its clock. */
public final class Bystander {
    Instant now(Clock clock) {
        return Instant.now(clock);
    }
}
