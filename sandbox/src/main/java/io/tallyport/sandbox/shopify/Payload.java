package io.tallyport.sandbox.shopify;

import java.util.List;
import java.util.Optional;

/** The answer of a mutation: what it did, and why it did not. */
record Payload<T>(Optional<T> done, List<Refusal> userErrors) {

    static <T> Payload<T> done(Optional<T> done) {
        return new Payload<>(done, List.of());
    }

    static <T> Payload<T> refused(List<Refusal> userErrors) {
        return new Payload<>(Optional.empty(), List.copyOf(userErrors));
    }

    boolean failed() {
        return !userErrors.isEmpty();
    }
}
