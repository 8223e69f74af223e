package io.tallyport.core.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a port throws when it could not do its work; {@link #kind()} tells what may be done about it. */
public abstract sealed class PortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller may do about a failure. */
    public enum Kind {
        /** It did not happen and may be tried again. */
        TRANSIENT,
        /** A write was sent and its effect is not known: reconcile, never resend blindly. */
        UNKNOWN_OUTCOME,
        /** The other side understood and said no; the same again gives the same answer. */
        REJECTED,
        /** The credentials are wrong, expired, revoked or too narrow. */
        AUTHENTICATION,
        /** Somebody else changed the thing, or holds it. */
        CONFLICT,
        /** The answer could not be read: not the agreed format or version, or too large. */
        PROTOCOL
    }

    private final transient FailureContext context;

    private PortException(FailureContext context, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.context = context;
    }

    public abstract Kind kind();

    public FailureContext context() {
        return context;
    }

    /** The message with code, operation and connection, in one line fit for a person. */
    public String describe() {
        StringBuilder line = new StringBuilder();
        context.code().ifPresent(code -> line.append(code.code()).append(' '));
        line.append(getMessage());
        line.append(" (").append(context.operation());
        context.connection().ifPresent(id -> line.append(" on ").append(id));
        context.vendorStatus().ifPresent(status -> line.append(", status ").append(status));
        context.vendorRequestId().ifPresent(id -> line.append(", request ").append(id));
        line.append(')');
        context.code().ifPresent(code -> line.append(": ").append(code.action()));
        return line.toString();
    }

    /** It did not happen and may be tried again, not before {@link #retryAfter()} where the platform said so. */
    public static final class Transient extends PortException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Duration retryAfter;

        public Transient(FailureContext context, String message, @Nullable Throwable cause) {
            this(context, message, cause, Optional.empty());
        }

        public Transient(
                FailureContext context, String message, @Nullable Throwable cause, Optional<Duration> retryAfter) {
            super(context, message, cause);
            this.retryAfter = retryAfter.orElse(null);
        }

        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }

        @Override
        public Kind kind() {
            return Kind.TRANSIENT;
        }
    }

    /** A write was sent; it may have worked, may have failed, and may still land later. */
    public static final class UnknownOutcome extends PortException {
        private static final long serialVersionUID = 1L;

        public UnknownOutcome(FailureContext context, String message, @Nullable Throwable cause) {
            super(context, message, cause);
        }

        @Override
        public Kind kind() {
            return Kind.UNKNOWN_OUTCOME;
        }
    }

    /** The other side, or our own gate, said no; {@link #problems()} names the fields where that is known. */
    public static final class Rejected extends PortException {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldProblem> problems;

        public Rejected(FailureContext context, String message) {
            this(context, message, List.of());
        }

        public Rejected(FailureContext context, String message, List<FieldProblem> problems) {
            super(context, message, null);
            this.problems = List.copyOf(problems);
        }

        public List<FieldProblem> problems() {
            return problems;
        }

        @Override
        public Kind kind() {
            return Kind.REJECTED;
        }
    }

    /**
     * One field that was refused.
     *
     * @param field the path, such as {@code input.quantities.0.quantity}
     * @param message in the platform's words
     */
    public record FieldProblem(String field, String message) {}

    /** The credentials do not open this door. */
    public static final class Authentication extends PortException {
        private static final long serialVersionUID = 1L;

        public Authentication(FailureContext context, String message) {
            super(context, message, null);
        }

        @Override
        public Kind kind() {
            return Kind.AUTHENTICATION;
        }
    }

    /** Somebody else changed the thing first, or holds it. */
    public static final class Conflict extends PortException {
        private static final long serialVersionUID = 1L;

        public Conflict(FailureContext context, String message) {
            super(context, message, null);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The answer is not what was agreed: unreadable, another version, too large. */
    public static final class Protocol extends PortException {
        private static final long serialVersionUID = 1L;

        public Protocol(FailureContext context, String message, @Nullable Throwable cause) {
            super(context, message, cause);
        }

        @Override
        public Kind kind() {
            return Kind.PROTOCOL;
        }
    }
}
