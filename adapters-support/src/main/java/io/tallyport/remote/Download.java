package io.tallyport.remote;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One file of lines on its way: goes on where it was after a cut, and holds one line in memory. Not for sharing between
 * threads.
 */
public final class Download implements AutoCloseable {

    private static final double MOST_JITTER = 0.25;

    private final CallSpec spec;
    private final Outcome outcome;
    private final URI link;
    private final FileDoor door;
    private final Surroundings around;
    private final CallSettings patience;
    private long position;
    private @Nullable BoundedLines lines;

    Download(
            CallSpec spec,
            Outcome outcome,
            URI link,
            FileDoor door,
            Surroundings around,
            CallSettings patience,
            long position) {
        this.spec = spec;
        this.outcome = outcome;
        this.link = link;
        this.door = door;
        this.around = around;
        this.patience = patience;
        this.position = position;
    }

    /** Where the next line begins, in bytes; a download can be opened there again. */
    public long position() {
        return position;
    }

    /**
     * What {@code reading} makes of the next line; empty at the end of the file.
     *
     * @param reading throws {@link ProblemException} for what it cannot use; of a line whose end did not come, that is
     *     a cut
     * @throws io.tallyport.core.kernel.PortException Transient when the line could not be had after all tries, Rejected
     *     when the link is no longer good, Protocol when what came cannot be used
     */
    public <T> Optional<T> next(Function<byte[], T> reading) {
        return tried(reading, null);
    }

    /**
     * What {@code reading} makes of the next line, of which the caller knows that it is there.
     *
     * @param ifNone what is wrong when the file ends here; it is asked for again as after a cut
     */
    public <T> T expect(Function<byte[], T> reading, Problem ifNone) {
        return tried(reading, ifNone).orElseThrow();
    }

    private <T> Optional<T> tried(Function<byte[], T> reading, @Nullable Problem ifNone) {
        try {
            return Failsafe.with(retryPolicy()).get(context -> attempt(context, reading, ifNone));
        } catch (AttemptFailure failure) {
            throw outcome.ended(failure);
        } catch (FailsafeException e) {
            throw outcome.ended(interrupted());
        }
    }

    private RetryPolicy<Object> retryPolicy() {
        return RetryPolicy.builder()
                .withMaxAttempts(patience.attempts())
                .handleIf(e -> e instanceof AttemptFailure failure
                        && outcome.mayBeRepeatedAfter(failure)
                        && !Thread.currentThread().isInterrupted())
                .build();
    }

    private <T> Optional<T> attempt(
            ExecutionContext<?> context, Function<byte[], T> reading, @Nullable Problem ifNone) {
        if (context.getLastException() instanceof AttemptFailure) {
            pause(context.getAttemptCount());
        }
        try {
            return line(reading, ifNone);
        } catch (IOException e) {
            close();
            throw AttemptFailure.unanswered(door.problem(e), e);
        } catch (AttemptFailure failure) {
            close();
            throw failure;
        }
    }

    private <T> Optional<T> line(Function<byte[], T> reading, @Nullable Problem ifNone) throws IOException {
        BoundedLines open = lines == null ? door.open(spec, link, position) : lines;
        lines = open;
        Optional<BoundedLines.Line> next = read(open);
        if (next.isEmpty()) {
            if (ifNone != null) {
                throw AttemptFailure.answered(ifNone, 200);
            }
            return Optional.empty();
        }
        T value = read(next.get(), reading);
        position += next.get().length();
        return Optional.of(value);
    }

    private Optional<BoundedLines.Line> read(BoundedLines open) throws IOException {
        try {
            Optional<BoundedLines.Line> next = open.next();
            if (position + next.map(BoundedLines.Line::length).orElse(0)
                    > door.limits().maxFileBytes()) {
                throw Problem.unreadable(
                                "the file is larger than " + door.limits().maxFileBytes() + " bytes")
                        .asException();
            }
            return next;
        } catch (ProblemException unusable) {
            throw AttemptFailure.answered(door.coded(unusable.problem()), 200);
        }
    }

    private <T> T read(BoundedLines.Line line, Function<byte[], T> reading) throws IOException {
        try {
            return reading.apply(line.bytes());
        } catch (ProblemException unusable) {
            if (!line.ended()) {
                throw new IOException("the file ended within a line", unusable);
            }
            throw AttemptFailure.answered(door.coded(unusable.problem()), 200);
        }
    }

    private void pause(int tries) {
        Duration step = patience.firstDelay().multipliedBy(1L << Math.min(20, tries - 1));
        double jitter = around.jitter().getAsDouble() * MOST_JITTER;
        try {
            around.sleeper().sleep(step.plusMillis((long) (step.toMillis() * jitter)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private AttemptFailure interrupted() {
        return AttemptFailure.givenUp("interrupted", door.interrupted(), Optional.empty());
    }

    /** Stops the transfer; {@link #next} would open it again. */
    @Override
    public void close() {
        BoundedLines open = lines;
        lines = null;
        if (open != null) {
            open.close();
        }
    }
}
