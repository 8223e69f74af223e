package io.tallyport.remote;

import feign.FeignException;
import feign.Request;
import io.tallyport.core.history.ApiCall;
import io.tallyport.core.kernel.ConnectionId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends one request once, says what became of it, and journals it. */
final class Sending {

    private final ConnectionId connection;
    private final Surroundings around;
    private final AnswerClassifier classifier;

    Sending(ConnectionId connection, Surroundings around, AnswerClassifier classifier) {
        this.connection = connection;
        this.around = around;
        this.classifier = classifier;
    }

    /**
     * The good answer.
     *
     * @param budget told in any case that the call is over
     * @throws AttemptFailure when none came
     */
    <T> Answer<T> send(CallSpec spec, Supplier<Answer<T>> request, RateBudget budget) {
        Instant start = around.clock().instant();
        Optional<BucketReading> told = Optional.empty();
        OptionalDouble charged = OptionalDouble.empty();
        try {
            Answer<T> answer = request.get();
            told = classifier.budget(answer);
            charged = classifier.charged(answer);
            checked(spec, start, answer);
            return answer;
        } catch (FeignException e) {
            if (e.hasRequest() && e.getCause() instanceof IOException io) {
                Problem problem = problem(io);
                journal(spec, start, e.request(), OptionalInt.empty(), Optional.empty(), problem);
                throw AttemptFailure.unanswered(problem, io);
            }
            throw e;
        } finally {
            budget.settled(spec.cost(), charged, told);
        }
    }

    private void checked(CallSpec spec, Instant start, Answer<?> answer) {
        Optional<String> requestId = classifier.requestId(answer);
        Problem problem = problem(answer);
        journal(spec, start, answer.request(), OptionalInt.of(answer.status()), requestId, problem);
        if (problem != null) {
            throw AttemptFailure.answered(withWait(problem, answer), answer, requestId);
        }
    }

    /** What the adapter makes of a good answer, whose last word on whether it is good the adapter has. */
    <T, R> R read(Answer<T> answer, Function<Answer<T>, R> reading) {
        try {
            return reading.apply(answer);
        } catch (ProblemException e) {
            throw AttemptFailure.answered(coded(e.problem()), answer, classifier.requestId(answer));
        }
    }

    private @Nullable Problem problem(Answer<?> answer) {
        if (answer.status() >= 300 && answer.status() < 400) {
            return unreadable(Problem.Kind.UNREADABLE, "the answer is a redirect, which is not followed");
        }
        if (answer.status() < 300 && answer.isHtml()) {
            return unreadable(Problem.Kind.GARBLED, "an HTML page came instead of JSON");
        }
        Optional<Problem> told = classifier.problem(answer);
        if (told.isPresent()) {
            return told.get();
        }
        try {
            answer.ensureReadable();
            return null;
        } catch (ProblemException e) {
            return coded(e.problem());
        }
    }

    Problem coded(Problem problem) {
        return problem.code().isPresent() ? problem : problem.withCode(classifier.code(Breakdown.UNREADABLE));
    }

    private Problem unreadable(Problem.Kind kind, String message) {
        return Problem.of(kind, message, classifier.code(Breakdown.UNREADABLE));
    }

    private Problem withWait(Problem problem, Answer<?> answer) {
        if (problem.retryAfter().isPresent()) {
            return problem;
        }
        return RetryAfter.of(answer, around.clock().instant())
                .map(problem::withRetryAfter)
                .orElse(problem);
    }

    /** A failure without an answer: was it before the request left, or after? */
    Problem problem(IOException e) {
        if (e instanceof AnswerTooLargeException) {
            return unreadable(Problem.Kind.UNREADABLE, String.valueOf(e.getMessage()));
        }
        if (Thread.currentThread().isInterrupted()) {
            return Problem.of(Problem.Kind.LOST, "interrupted", classifier.code(Breakdown.INTERRUPTED));
        }
        if (isBeforeSending(e)) {
            return Problem.of(
                    Problem.Kind.NOT_DONE,
                    "no connection: " + e.getClass().getSimpleName(),
                    classifier.code(Breakdown.UNREACHABLE));
        }
        return e instanceof HttpTimeoutException
                ? Problem.of(Problem.Kind.LOST, "no answer in time", classifier.code(Breakdown.TIMEOUT))
                : Problem.of(
                        Problem.Kind.LOST,
                        "the connection was cut before the whole answer came",
                        classifier.code(Breakdown.CUT));
    }

    private static boolean isBeforeSending(IOException e) {
        return e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException
                || e.getCause() instanceof UnresolvedAddressException;
    }

    private void journal(
            CallSpec spec,
            Instant start,
            Request request,
            OptionalInt status,
            Optional<String> requestId,
            @Nullable Problem problem) {
        around.log()
                .record(new ApiCall(
                        start,
                        connection,
                        spec.operation(),
                        request.httpMethod().name(),
                        RedactedPath.of(request.url()),
                        status,
                        Duration.between(start, around.clock().instant()),
                        requestId,
                        Optional.ofNullable(problem).map(Problem::message)));
    }
}
