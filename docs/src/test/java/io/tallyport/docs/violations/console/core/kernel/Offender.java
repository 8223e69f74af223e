package io.tallyport.docs.violations.console.core.kernel;

import io.tallyport.docs.violations.Violates;

/** A class that talks to the terminal. */
@Violates
public final class Offender {
    void say() {
        System.out.println("here");
    }
}
