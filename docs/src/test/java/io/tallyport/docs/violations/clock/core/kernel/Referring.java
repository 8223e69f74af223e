package io.tallyport.docs.violations.clock.core.kernel;

import io.tallyport.docs.violations.Violates;
import java.time.Instant;
import java.util.function.Supplier;

/** A class that reads the machine's time by reference. */
@Violates
public final class Referring {
    Supplier<Instant> now() {
        return Instant::now;
    }
}
