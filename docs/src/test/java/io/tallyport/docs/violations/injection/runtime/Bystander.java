package io.tallyport.docs.violations.injection.runtime;

import jakarta.inject.Inject;

/** A class that says what it needs. */
public final class Bystander {
    final String given;

    @Inject
    public Bystander(String given) {
        this.given = given;
    }
}
