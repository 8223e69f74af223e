package io.tallyport.docs.violations.console.cli;

/** The app. */
public final class Bystander {
    void say() {
        System.err.println("here");
    }
}
