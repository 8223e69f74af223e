package io.tallyport.remote;

import io.tallyport.core.kernel.ErrorCode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says what one platform's answers mean; each adapter has one. Asked for every answer that came, of whatever status;
 * redirects and web pages with a 2xx status are dealt with before it is asked. Thread-safe.
 */
public interface AnswerClassifier {

    /** What is wrong with the answer, be it told by status or inside a 200; empty when it is good. */
    Optional<Problem> problem(Answer<?> answer);

    /** The adapter's code for a failure that the platform did not word. */
    ErrorCode code(Breakdown breakdown);

    /** What the answer tells of the rate budget. */
    default Optional<BucketReading> budget(Answer<?> answer) {
        return Optional.empty();
    }

    /** What the call was charged in the end, 0 when it was turned away; empty where the platform does not say. */
    default OptionalDouble charged(Answer<?> answer) {
        return OptionalDouble.empty();
    }

    /** The platform's own id of the request. */
    default Optional<String> requestId(Answer<?> answer) {
        return answer.header("x-request-id");
    }
}
