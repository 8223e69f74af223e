package io.tallyport.docs.violations.sleep.remote;

/** The one that may. */
public final class Sleeper {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
