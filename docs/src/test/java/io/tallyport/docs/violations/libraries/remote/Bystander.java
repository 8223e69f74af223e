package io.tallyport.docs.violations.libraries.remote;

import dev.failsafe.RetryPolicy;

/** The place that retries. */
public final class Bystander {
    static final Class<?> KEPT = RetryPolicy.class;
}
