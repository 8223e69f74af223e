package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.remote.Answer;
import io.tallyport.remote.AnswerClassifier;
import io.tallyport.remote.Breakdown;
import io.tallyport.remote.BucketReading;
import io.tallyport.remote.Problem;
import io.tallyport.remote.Problem.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What R-Series means by its answers.
 *
 * <p>Rests on the vendor's pages introduction/errors, introduction/rate-limiting and authentication/refresh-token. Error
 * bodies are JSON of two shapes, and may be declared as text/html or be a web page.
 */
final class RSeriesClassifier implements AnswerClassifier {

    private static final int LONGEST = 200;

    @Override
    public Optional<Problem> problem(Answer<?> answer) {
        int status = statusInside(answer).orElse(answer.status());
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        String said = said(answer);
        return Optional.of(
                switch (status) {
                    case 401 ->
                        problem(
                                saysThatItEnded(answer) ? Kind.TOKEN_REFUSED : Kind.AUTHENTICATION,
                                "the token is not accepted",
                                said,
                                LightspeedErrors.AUTHENTICATION);
                    case 403 -> problem(Kind.AUTHENTICATION, "not allowed", said, LightspeedErrors.RIGHTS_TOO_NARROW);
                    case 409 -> problem(Kind.CONFLICT, "in conflict", said, LightspeedErrors.LOCK_CONFLICT);
                    case 429 -> tooFast(answer);
                    case 503 -> problem(Kind.NOT_DONE, "overloaded or down", said, LightspeedErrors.UNAVAILABLE);
                    case 408, 500, 502, 504 -> problem(Kind.LOST, "failed inside", said, LightspeedErrors.UNAVAILABLE);
                    case 400, 404, 405, 410, 413, 414, 415, 422 ->
                        problem(Kind.REJECTED, "refused", said, LightspeedErrors.REFUSED);
                    default ->
                        problem(Kind.UNREADABLE, "an answer of status " + status, said, LightspeedErrors.UNREADABLE);
                });
    }

    /** Expired and revoked tokens are answered in OAuth's form, other refusals in the API's own. */
    private static boolean saysThatItEnded(Answer<?> answer) {
        return answer.json()
                .map(json -> json.path("error").asText("").equals("access_denied") || json.hasNonNull("hint"))
                .orElse(false);
    }

    /** The leaky bucket wants a few seconds and says how many; the burst limiter counts in windows of one second. */
    private static Problem tooFast(Answer<?> answer) {
        String type = answer.header("X-LS-API-RateLimit-Type").orElse("rate limit");
        Problem problem = problem(Kind.NOT_DONE, "too many requests", type, LightspeedErrors.RATE_LIMIT);
        return answer.header("retry-after").isPresent() ? problem : problem.withRetryAfter(Duration.ofSeconds(1));
    }

    private static Problem problem(Kind kind, String what, String said, ErrorCode code) {
        return Problem.of(kind, said.isEmpty() ? what : what + ": " + said, code);
    }

    /** An error may come with status 200 and its own status inside. */
    private static Optional<Integer> statusInside(Answer<?> answer) {
        if (answer.status() >= 300) {
            return Optional.empty();
        }
        return answer.json()
                .map(json -> json.path("httpCode").asInt(0))
                .filter(status -> status >= 400 && status < 600);
    }

    private static String said(Answer<?> answer) {
        if (answer.isHtml()) {
            return "a web page";
        }
        String text = answer.json()
                .map(json -> List.of("message", "error_description", "hint", "error").stream()
                        .map(json::path)
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText)
                        .filter(part -> !part.isBlank())
                        .distinct()
                        .collect(Collectors.joining("; ")))
                .orElseGet(() -> answer.text().strip());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    @Override
    public ErrorCode code(Breakdown breakdown) {
        return switch (breakdown) {
            case TIMEOUT -> LightspeedErrors.TIMEOUT;
            case UNREADABLE -> LightspeedErrors.UNREADABLE;
            case INTERRUPTED -> LightspeedErrors.INTERRUPTED;
            case UNREACHABLE, CUT, LEFT_ALONE -> LightspeedErrors.UNAVAILABLE;
        };
    }

    @Override
    public Optional<BucketReading> budget(Answer<?> answer) {
        return answer.header("X-LS-API-Bucket-Level")
                .flatMap(level -> BucketReading.leaky(
                        level, answer.header("X-LS-API-Drip-Rate").orElse("0")));
    }

    /** A request turned away by a limiter is not charged; its cost header says what it would have been. */
    @Override
    public OptionalDouble charged(Answer<?> answer) {
        if (answer.status() == 429) {
            return OptionalDouble.of(0);
        }
        return answer.header("X-LS-API-Request-Cost")
                .map(RSeriesClassifier::points)
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble points(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
