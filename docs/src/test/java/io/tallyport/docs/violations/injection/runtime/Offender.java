package io.tallyport.docs.violations.injection.runtime;

import io.tallyport.docs.violations.Violates;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A class whose needs nobody sees. */
@Violates
public final class Offender {
    @Inject
    @Nullable
    String given;
}
