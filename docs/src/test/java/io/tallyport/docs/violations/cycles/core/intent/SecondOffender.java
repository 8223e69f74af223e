package io.tallyport.docs.violations.cycles.core.intent;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.cycles.core.catalog.Offender;

/** The other half of a circle. */
@Violates
public final class SecondOffender {
    Offender other() {
        return new Offender();
    }
}
