package io.tallyport.shopify;

import io.tallyport.remote.Problem;
import java.util.Optional;

/**
 * What Shopify says about idempotency keys, be it in the top-level errors or in a payload's user errors.
 *
 * <p>Rests on shopify.dev docs/api/usage/implementing-idempotency: a key is remembered for 24 hours.
 */
final class IdempotencyCodes {

    static final String SPENT = "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";
    private static final String RUNNING = "IDEMPOTENCY_CONCURRENT_REQUEST";
    private static final String MISMATCH = "IDEMPOTENCY_KEY_PARAMETER_MISMATCH";

    private IdempotencyCodes() {}

    /** A request of the same key still runs: it may yet be done, so the same key again is the way to learn it. */
    static Optional<Problem> problem(GraphQlAnswer answer) {
        if (answer.says(MISMATCH)) {
            return Optional.of(Problem.of(
                    Problem.Kind.MISUNDERSTOOD,
                    "the idempotency key was used before with other variables",
                    ShopifyErrors.KEY_MISMATCH));
        }
        if (answer.says(RUNNING)) {
            return Optional.of(Problem.of(
                    Problem.Kind.LOST,
                    "a request with the same idempotency key is still running",
                    ShopifyErrors.STILL_RUNNING));
        }
        return Optional.empty();
    }
}
