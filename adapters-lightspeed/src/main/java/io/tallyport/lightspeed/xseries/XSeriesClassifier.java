package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.remote.Answer;
import io.tallyport.remote.AnswerClassifier;
import io.tallyport.remote.Breakdown;
import io.tallyport.remote.BucketReading;
import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import io.tallyport.remote.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What X-Series means by its answers.
 *
 * <p>Rests on the vendor's pages rate_limiting and deprecations. Error bodies have no common form, and many errors have
 * none at all.
 */
final class XSeriesClassifier implements AnswerClassifier {

    /** In which the platform counts calls. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LONGEST = 200;
    /** What the vendor's own program waits for when nothing is said. */
    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(30);

    private final Clock clock;

    XSeriesClassifier(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Problem> problem(Answer<?> answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        String said = said(answer);
        return Optional.of(
                switch (status) {
                    case 401 ->
                        problem(Kind.TOKEN_REFUSED, "the token is not accepted", said, XSeriesErrors.AUTHENTICATION);
                    case 403 -> problem(Kind.AUTHENTICATION, "not allowed", said, XSeriesErrors.RIGHTS_TOO_NARROW);
                    case 405 ->
                        problem(
                                Kind.MISUNDERSTOOD,
                                "this API version does not take the request in this way",
                                said,
                                XSeriesErrors.VERSION_MISMATCH);
                    case 409 -> problem(Kind.CONFLICT, "in conflict", said, XSeriesErrors.REFUSED);
                    case 410 ->
                        problem(
                                Kind.MISUNDERSTOOD,
                                "this API version is gone or about to go",
                                said,
                                XSeriesErrors.VERSION_WITHDRAWN);
                    case 429 -> tooFast(answer, said);
                    case 503 -> problem(Kind.NOT_DONE, "overloaded or down", said, XSeriesErrors.UNAVAILABLE);
                    case 408, 500, 502, 504 -> problem(Kind.LOST, "failed inside", said, XSeriesErrors.UNAVAILABLE);
                    default -> other(status, said);
                });
    }

    private static Problem other(int status, String said) {
        return status >= 400 && status < 500
                ? problem(Kind.REJECTED, "refused", said, XSeriesErrors.REFUSED)
                : problem(Kind.UNREADABLE, "an answer of status " + status, said, XSeriesErrors.UNREADABLE);
    }

    /** The header, a date or seconds, is read for all adapters alike; older bodies said it in their own words. */
    private Problem tooFast(Answer<?> answer, String said) {
        Problem problem = problem(Kind.NOT_DONE, "too many requests", said, XSeriesErrors.RATE_LIMIT);
        if (answer.header("retry-after").isPresent()) {
            return problem;
        }
        Duration wait = answer.json()
                .map(body -> body.path("retry-after"))
                .filter(JsonNode::isValueNode)
                .flatMap(value -> RetryAfter.parse(value.asText(), answer.date().orElseGet(clock::instant)))
                .orElse(UNTOLD_WAIT);
        return problem.withRetryAfter(wait);
    }

    private static Problem problem(Kind kind, String what, String said, ErrorCode code) {
        return Problem.of(kind, said.isEmpty() ? what : what + ": " + said, code);
    }

    private static String said(Answer<?> answer) {
        if (answer.isHtml()) {
            return "a web page";
        }
        String text = answer.json()
                .map(XSeriesClassifier::said)
                .orElseGet(() -> answer.text().strip());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** Errors are text, an object with a message, or lists of either. */
    private static String said(JsonNode body) {
        return Stream.of("error", "message", "errors")
                .map(body::path)
                .flatMap(node -> node.isObject()
                        ? List.of(node.path("message"), node.path("code")).stream()
                        : node.isArray()
                                ? Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                                        .map(node::path)
                                : Stream.of(node))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    @Override
    public ErrorCode code(Breakdown breakdown) {
        return switch (breakdown) {
            case TIMEOUT -> XSeriesErrors.TIMEOUT;
            case UNREADABLE -> XSeriesErrors.UNREADABLE;
            case INTERRUPTED -> XSeriesErrors.INTERRUPTED;
            case UNREACHABLE, CUT, LEFT_ALONE -> XSeriesErrors.UNAVAILABLE;
        };
    }

    @Override
    public Optional<BucketReading> budget(Answer<?> answer) {
        return number(answer, "X-RateLimit-Limit")
                .flatMap(limit -> number(answer, "X-RateLimit-Remaining").map(left -> window(limit, left)));
    }

    /** The answers do not say when the window ends; over several of them, this is what comes back. */
    private static BucketReading window(double limit, double left) {
        return new BucketReading(limit, left, limit / WINDOW.toSeconds());
    }

    private static Optional<Double> number(Answer<?> answer, String header) {
        return answer.header(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Double::valueOf);
    }
}
