package io.tallyport.docs.violations.clock.cli;

import java.time.Clock;

/** Where the program begins. */
public final class Main {
    Clock clock() {
        return Clock.systemUTC();
    }
}
