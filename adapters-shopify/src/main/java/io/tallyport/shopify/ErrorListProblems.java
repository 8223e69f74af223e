package io.tallyport.shopify;

import io.tallyport.core.kernel.PortException.FieldProblem;
import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * What top-level {@code errors} inside a 200 mean. Data beside errors is never a success.
 *
 * <p>Rests on shopify.dev docs/api/usage/limits: a throttled query is answered with 200, without data and without
 * {@code Retry-After}; admission is decided on the requested cost, so the wait is what is missing of it over the
 * restore rate.
 */
final class ErrorListProblems {

    static final String THROTTLED = "THROTTLED";

    private static final Set<String> SHOPIFY_FAILED = Set.of("INTERNAL_SERVER_ERROR", "TIMEOUT");
    private static final Set<String> SAID_NO = Set.of(
            "INVALID_FIELD_ARGUMENTS",
            "BAD_REQUEST",
            "RESOURCE_NOT_FOUND",
            "INVALID_VARIABLE",
            "MAX_INPUT_SIZE_EXCEEDED",
            "INVALID_PRODUCT_TAXONOMY_NODE_ID");

    private ErrorListProblems() {}

    static Problem of(GraphQlAnswer answer) {
        GraphQlError first = answer.errors().get(0);
        if (answer.wrote()) {
            return Problem.of(Kind.LOST, "errors beside the result: " + first.message(), ShopifyErrors.UNREADABLE);
        }
        if (answer.hasError(THROTTLED)) {
            return Problem.of(Kind.NOT_DONE, first.message(), ShopifyErrors.RATE_LIMIT)
                    .withRetryAfter(ThrottleStatus.delay(answer.throttle(), answer.requestedCost()));
        }
        if (answer.hasError("MAX_COST_EXCEEDED")) {
            return Problem.of(Kind.REJECTED, first.message(), ShopifyErrors.TOO_COSTLY);
        }
        Optional<GraphQlError> denied = answer.errors().stream()
                .filter(error -> error.is("ACCESS_DENIED"))
                .findFirst();
        if (denied.isPresent()) {
            return Problem.of(Kind.AUTHENTICATION, denial(denied.get()), ShopifyErrors.SCOPE_MISSING);
        }
        return other(answer, first);
    }

    private static Problem other(GraphQlAnswer answer, GraphQlError first) {
        if (SHOPIFY_FAILED.stream().anyMatch(answer::hasError)) {
            return Problem.of(Kind.LOST, first.message(), ShopifyErrors.PLATFORM_FAILED);
        }
        if (!SAID_NO.contains(first.code())) {
            return Problem.of(Kind.MISUNDERSTOOD, first.message(), ShopifyErrors.NOT_UNDERSTOOD);
        }
        boolean location = first.is("RESOURCE_NOT_FOUND") && first.path().startsWith("location");
        return Problem.of(
                        Kind.REJECTED,
                        first.message(),
                        location ? ShopifyErrors.UNKNOWN_LOCATION : ShopifyErrors.INVALID_DATA)
                .withFields(answer.errors().stream()
                        .map(error -> new FieldProblem(error.path(), error.message()))
                        .toList());
    }

    private static String denial(GraphQlError error) {
        return error.requiredAccess()
                .map(access -> error.message() + " Required access: " + access)
                .orElse(error.message());
    }
}
