package io.tallyport.docs.violations.clock.core.kernel;

import io.tallyport.docs.violations.Violates;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A class that reads the machine's time. */
@Violates
public final class LocalNow {
    LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }
}
