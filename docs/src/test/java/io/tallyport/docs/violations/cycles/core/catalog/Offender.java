package io.tallyport.docs.violations.cycles.core.catalog;

import io.tallyport.docs.violations.Violates;
import io.tallyport.docs.violations.cycles.core.intent.SecondOffender;

/** One half of a circle. */
@Violates
public final class Offender {
    SecondOffender other() {
        return new SecondOffender();
    }
}
