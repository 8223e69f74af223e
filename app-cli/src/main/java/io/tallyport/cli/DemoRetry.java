package io.tallyport.cli;

import io.tallyport.core.kernel.PortException;
import java.util.function.Supplier;

/** Tries again, in plain sight, what failed for a reason that passes. */
final class DemoRetry {

    private static final int MOST = 8;

    private final Shell shell;
    private int retries;

    DemoRetry(Shell shell) {
        this.shell = shell;
    }

    /** The result of the first try that works; the last failure when none does. */
    <T> T until(String what, Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (PortException failed) {
                if (tries == MOST || !passes(failed)) {
                    throw failed;
                }
                again(what + " failed: " + Failures.of(failed).message());
            }
        }
    }

    /** Says that something is tried again, and counts it. */
    void again(String why) {
        retries++;
        shell.say(screen -> screen.attention("  " + why + " — trying again"));
    }

    int retries() {
        return retries;
    }

    private static boolean passes(PortException failed) {
        return switch (failed.kind()) {
            case TRANSIENT, UNKNOWN_OUTCOME, PROTOCOL, CONFLICT -> true;
            case REJECTED, AUTHENTICATION -> false;
        };
    }
}
