package io.tallyport.docs.violations.console.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A class that talks to the terminal when something fails. */
@Violates
public final class SecondOffender {
    void complain(Exception failed) {
        failed.printStackTrace();
    }
}
