package io.tallyport.docs.violations.libraries.core.inventory;

import dev.failsafe.RetryPolicy;
import io.tallyport.docs.violations.Violates;

/** A second place that retries. */
@Violates
public final class Offender {
    static final Class<?> KEPT = RetryPolicy.class;
}
