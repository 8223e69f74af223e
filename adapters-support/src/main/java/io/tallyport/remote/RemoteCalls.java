package io.tallyport.remote;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the remote calls of one connection: waits for the budget, asks the gate, sends, classifies, journals, and sends
 * again what is transient and safe to repeat, and only that.
 *
 * <p>All failures are {@link PortException}s. Of a write, Transient, Rejected, Authentication and Conflict mean that it
 * certainly was not done; whenever one of its sendings may have been done and none was answered properly, it is
 * UnknownOutcome, whatever stopped it in the end. Waits go through the {@link Sleeper} and end when the thread is
 * interrupted, which stays visible to the caller. Thread-safe.
 */
public final class RemoteCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteCalls.class);
    private static final double MOST_JITTER = 0.25;
    private static final TokenProvider NO_TOKENS = () -> {
        throw new IllegalStateException("these calls carry no token");
    };

    private final ConnectionId connection;
    private final Surroundings around;
    private final AnswerClassifier classifier;
    private final RateBudget budget;
    private final CallSettings settings;
    private final Sending sending;
    private final CircuitBreaker<Object> breaker;
    private final TokenProvider tokens;

    public RemoteCalls(
            ConnectionId connection,
            Surroundings around,
            AnswerClassifier classifier,
            RateBudget budget,
            CallSettings settings) {
        this.connection = connection;
        this.around = around;
        this.classifier = classifier;
        this.budget = budget;
        this.settings = settings;
        this.sending = new Sending(connection, around, classifier);
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(settings.breakerFailures())
                .withDelay(settings.breakerDelay())
                .build();
        this.tokens = NO_TOKENS;
    }

    private RemoteCalls(RemoteCalls same, TokenProvider tokens) {
        this.connection = same.connection;
        this.around = same.around;
        this.classifier = same.classifier;
        this.budget = same.budget;
        this.settings = same.settings;
        this.sending = same.sending;
        this.breaker = same.breaker;
        this.tokens = tokens;
    }

    /**
     * The same calls, with the same budget and breaker, which ask {@code provider} for another token when the platform
     * has refused one ({@link Problem.Kind#TOKEN_REFUSED}), and are sent once more then.
     */
    public RemoteCalls with(TokenProvider provider) {
        return new RemoteCalls(this, provider);
    }

    /** The answer, whose body has been read. */
    public <T> Answer<T> call(CallSpec spec, Supplier<Answer<T>> request) {
        return call(spec, request, Function.identity());
    }

    /**
     * What {@code reading} makes of the answer.
     *
     * @param request calls the Feign interface once; run again for each repetition
     * @param reading turns the answer into domain words, without side effects; throws {@link ProblemException} for what
     *     it cannot use
     */
    public <T, R> R call(CallSpec spec, Supplier<Answer<T>> request, Function<Answer<T>, R> reading) {
        Outcome outcome = new Outcome(spec, connection);
        try {
            return Failsafe.with(retryPolicy(outcome)).get(context -> attempt(outcome, context, request, reading));
        } catch (AttemptFailure failure) {
            throw outcome.ended(failure);
        } catch (FailsafeException e) {
            throw outcome.ended(
                    interrupted()); // the only checked exception there can be: an interrupt between two tries
        }
    }

    /** Failsafe decides whether to try again; the wait before it is ours, through the Sleeper. */
    private RetryPolicy<Object> retryPolicy(Outcome outcome) {
        return RetryPolicy.builder()
                .withMaxAttempts(settings.attempts())
                .handleIf(e -> e instanceof AttemptFailure failure
                        && outcome.mayBeRepeatedAfter(failure)
                        && failure.asked().compareTo(settings.longestWait()) <= 0
                        && !Thread.currentThread().isInterrupted())
                .build();
    }

    private <T, R> R attempt(
            Outcome outcome, ExecutionContext<?> context, Supplier<Answer<T>> request, Function<Answer<T>, R> reading) {
        Throwable before = context.getLastException();
        if (before instanceof AttemptFailure failure) {
            waitAfter(outcome.spec(), failure, context.getAttemptCount());
        }
        try {
            return sent(outcome, request, reading);
        } catch (AttemptFailure failure) {
            if (outcome.mayTakeAnotherToken(failure) && hasAnotherToken(outcome, failure)) {
                return sent(outcome, request, reading);
            }
            throw failure;
        }
    }

    private boolean hasAnotherToken(Outcome outcome, AttemptFailure failure) {
        try {
            return tokens.refused(failure::sent);
        } catch (PortException e) {
            throw outcome.stopped(e);
        }
    }

    private <T, R> R sent(Outcome outcome, Supplier<Answer<T>> request, Function<Answer<T>, R> reading) {
        acquire(outcome);
        letThrough(outcome);
        try {
            Answer<T> answer = sending.send(outcome.spec(), request, budget);
            breaker.recordSuccess();
            return sending.read(answer, reading);
        } catch (AttemptFailure failure) {
            outcome.note(failure);
            heed(failure);
            throw failure;
        } catch (PortException e) {
            releasePermit();
            throw outcome.stopped(e);
        }
    }

    /** Nothing was learnt about the platform; a breaker that was trying whether it is back must not wait for ever. */
    private void releasePermit() {
        if (breaker.isHalfOpen()) {
            breaker.recordFailure();
        }
    }

    /** The last questions before something leaves. */
    private void letThrough(Outcome outcome) {
        CallSpec spec = outcome.spec();
        boolean through = false;
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            around.gate().check(connection, spec.access(), spec.operation());
            if (!breaker.tryAcquirePermit()) {
                throw AttemptFailure.givenUp(
                        "too many calls in a row have failed; the connection is left alone for a while",
                        classifier.code(Breakdown.LEFT_ALONE),
                        Optional.of(breaker.getRemainingDelay()));
            }
            through = true;
        } catch (PortException e) {
            throw outcome.stopped(e);
        } finally {
            if (!through) {
                budget.settled(spec.cost(), OptionalDouble.of(0), Optional.empty());
            }
        }
    }

    private void heed(AttemptFailure failure) {
        boolean platformIsThere =
                failure.status().isPresent() && failure.problem().kind() != Problem.Kind.GARBLED;
        if (platformIsThere) {
            breaker.recordSuccess();
        } else {
            breaker.recordFailure();
        }
        if (failure.problem().kind() == Problem.Kind.NOT_DONE
                && !failure.asked().isZero()) {
            Duration asked = failure.asked();
            budget.pause(asked.compareTo(settings.longestWait()) < 0 ? asked : settings.longestWait());
        }
    }

    private void acquire(Outcome outcome) {
        try {
            budget.acquire(outcome.spec().cost());
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (PortException e) {
            throw outcome.stopped(e);
        }
    }

    private void waitAfter(CallSpec spec, AttemptFailure failure, int tries) {
        double jitter = around.jitter().getAsDouble() * MOST_JITTER;
        Duration asked = failure.asked();
        Duration step = settings.firstDelay().multipliedBy(1L << Math.min(20, tries - 1));
        Duration wait = asked.isZero()
                ? step.plusMillis((long) (step.toMillis() * jitter))
                : asked.plusMillis((long) (settings.firstDelay().toMillis() * jitter));
        LOG.debug("{} on {} failed, try {}: {}; again in {}", spec.operation(), connection, tries, failure, wait);
        try {
            around.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private AttemptFailure interrupted() {
        Thread.currentThread().interrupt();
        return AttemptFailure.givenUp("interrupted", classifier.code(Breakdown.INTERRUPTED), Optional.empty());
    }
}
