package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.remote.Answer;
import io.tallyport.remote.AnswerClassifier;
import io.tallyport.remote.Breakdown;
import io.tallyport.remote.BucketReading;
import io.tallyport.remote.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says what Shopify's answers mean, in the five shapes that its errors come in.
 *
 * <p>Rests on shopify.dev docs/api/admin-graphql "Status and error codes", docs/api/usage/limits and
 * docs/api/usage/implementing-idempotency. An earlier try that failed under the same key is no problem here: it is an
 * outcome, which the sink reads.
 */
final class ShopifyClassifier implements AnswerClassifier {

    /** Which version answered; a version that is gone falls forward to the oldest one served, without a word. */
    static final String VERSION_HEADER = "X-Shopify-API-Version";

    private static final int OK = 200;

    private final String version;

    ShopifyClassifier(String version) {
        this.version = version;
    }

    @Override
    public Optional<Problem> problem(Answer<?> answer) {
        return problem(answer.status(), answer.json(), answer.header(VERSION_HEADER));
    }

    Optional<Problem> problem(int status, Optional<JsonNode> body, Optional<String> answeredVersion) {
        Optional<GraphQlAnswer> answer = body.flatMap(GraphQlAnswer::of);
        if (status != OK) {
            return Optional.of(StatusProblems.of(status, words(answer)));
        }
        if (answer.isEmpty()) {
            return Optional.of(
                    Problem.unreadable("the answer is not a GraphQL answer").withCode(ShopifyErrors.UNREADABLE));
        }
        if (!answeredVersion.equals(Optional.of(version))) {
            return Optional.of(Problem.unreadable("asked for API version " + version + ", answered by "
                            + answeredVersion.orElse("one that is not named"))
                    .withCode(ShopifyErrors.WRONG_VERSION));
        }
        return problem(answer.get());
    }

    private static Optional<Problem> problem(GraphQlAnswer answer) {
        if (answer.says(IdempotencyCodes.SPENT)) {
            return Optional.empty();
        }
        Optional<Problem> ofKey = IdempotencyCodes.problem(answer);
        if (ofKey.isPresent()) {
            return ofKey;
        }
        if (!answer.errors().isEmpty()) {
            return Optional.of(ErrorListProblems.of(answer));
        }
        List<String> warnings = answer.warnings();
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Problem.Kind.MISUNDERSTOOD,
                        "a search filter was ignored: " + String.join("; ", warnings),
                        ShopifyErrors.FILTER_IGNORED));
    }

    private static String words(Optional<GraphQlAnswer> answer) {
        return answer.stream()
                .flatMap(one -> one.errors().stream())
                .map(GraphQlError::message)
                .findFirst()
                .orElse("");
    }

    @Override
    public ErrorCode code(Breakdown breakdown) {
        return breakdown == Breakdown.UNREADABLE ? ShopifyErrors.UNREADABLE : ShopifyErrors.PLATFORM_FAILED;
    }

    @Override
    public Optional<BucketReading> budget(Answer<?> answer) {
        return answer.json()
                .flatMap(GraphQlAnswer::of)
                .flatMap(GraphQlAnswer::throttle)
                .map(status -> BucketReading.points(status.maximum(), status.available(), status.restoreRate()));
    }

    /** Admitted on what it asks for, charged what it took; the difference comes back, and all of it when throttled. */
    @Override
    public OptionalDouble charged(Answer<?> answer) {
        Optional<GraphQlAnswer> told = answer.json().flatMap(GraphQlAnswer::of);
        return told.filter(one -> one.hasError(ErrorListProblems.THROTTLED)).isPresent()
                ? OptionalDouble.of(0)
                : told.map(GraphQlAnswer::actualCost).orElse(OptionalDouble.empty());
    }

    @Override
    public Optional<String> requestId(Answer<?> answer) {
        Optional<String> header = answer.header("x-request-id");
        return header.isPresent()
                ? header
                : answer.json().flatMap(GraphQlAnswer::of).stream()
                        .flatMap(one -> one.errors().stream())
                        .flatMap(error -> error.requestId().stream())
                        .findFirst();
    }
}
