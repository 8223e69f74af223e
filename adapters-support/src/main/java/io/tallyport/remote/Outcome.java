package io.tallyport.remote;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What is known about one call over all its tries: whether it may be tried again, and what its failure is called. */
final class Outcome {

    private final CallSpec spec;
    private final ConnectionId connection;
    private boolean mayHaveHappened;
    private boolean tokenReplaced;

    Outcome(CallSpec spec, ConnectionId connection) {
        this.spec = spec;
        this.connection = connection;
    }

    CallSpec spec() {
        return spec;
    }

    /** Remembers that a write was sent and not answered. */
    void note(AttemptFailure failure) {
        mayHaveHappened |= spec.writes()
                && switch (failure.problem().kind()) {
                    case LOST, GARBLED, UNREADABLE -> true;
                    case NOT_DONE, MISUNDERSTOOD, REJECTED, AUTHENTICATION, TOKEN_REFUSED, CONFLICT -> false;
                };
    }

    /** True for the first refused token of a call only: a second one would be refused as well. */
    boolean mayTakeAnotherToken(AttemptFailure failure) {
        boolean first = failure.problem().kind() == Problem.Kind.TOKEN_REFUSED && !tokenReplaced;
        tokenReplaced |= first;
        return first;
    }

    boolean mayBeRepeatedAfter(AttemptFailure failure) {
        return spec.repeatable()
                && !failure.isLast()
                && switch (failure.problem().kind()) {
                    case NOT_DONE, LOST, GARBLED -> true;
                    case UNREADABLE -> spec.writes();
                    case MISUNDERSTOOD, REJECTED, AUTHENTICATION, TOKEN_REFUSED, CONFLICT -> false;
                };
    }

    /** What the caller hears of {@code failure}, the last one. */
    PortException ended(AttemptFailure failure) {
        Problem problem = failure.problem();
        FailureContext context = context(failure);
        if (mayHaveHappened) {
            return unknown(context, failure);
        }
        return switch (problem.kind()) {
            case REJECTED -> new PortException.Rejected(context, problem.message(), problem.fields());
            case CONFLICT -> new PortException.Conflict(context, problem.message());
            case AUTHENTICATION, TOKEN_REFUSED -> new PortException.Authentication(context, problem.message());
            case MISUNDERSTOOD, GARBLED, UNREADABLE ->
                new PortException.Protocol(context, problem.message(), failure.getCause());
            case NOT_DONE, LOST ->
                new PortException.Transient(context, problem.message(), failure.getCause(), problem.retryAfter());
        };
    }

    /** What the caller hears when something of ours stopped the call before a try was sent. */
    PortException stopped(PortException reason) {
        return mayHaveHappened ? unknown(reason.context(), reason) : reason;
    }

    private static PortException unknown(FailureContext context, RuntimeException last) {
        return new PortException.UnknownOutcome(
                context, "it was sent, and whether it was done is not known: " + last.getMessage(), last);
    }

    private FailureContext context(AttemptFailure failure) {
        FailureContext context =
                FailureContext.of(spec.operation()).on(connection).withRequestId(failure.requestId());
        if (failure.status().isPresent()) {
            context = context.withStatus(failure.status().getAsInt());
        }
        return failure.problem().code().map(context::withCode).orElse(context);
    }
}
