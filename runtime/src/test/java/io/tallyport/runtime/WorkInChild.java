package io.tallyport.runtime;

import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.Outcome;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a worker in a process of its own, which a test can kill. */
final class WorkInChild {

    /**
     * A line for a ledger.
     *
     * @param hangs whether the first try never ends
     */
    record Line(String text, boolean hangs) {}

    static final JobType<Line> LINES = JobType.of("ledger-line", 1, JsonJobCodec.of(Line.class, 1));

    private WorkInChild() {}

    /** Writes down that a try began and, unless it hangs, that it ended. */
    static JobHandler<Line> writingTo(Path ledger) {
        return (line, context) -> {
            int attempt = context.job().attempt();
            append(ledger, line.text() + " begun " + attempt);
            if (line.hangs() && attempt == 1) {
                new CountDownLatch(1).await();
            }
            context.assertHeld();
            append(ledger, line.text() + " done " + attempt);
            return Outcome.done("written");
        };
    }

    private static synchronized void append(Path ledger, String line) {
        try {
            Files.write(ledger, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static void main(String[] args) {
        Path place = Path.of(args[0]);
        try (Tallyport tallyport = Tallyport.builder()
                .dataDirectory(place)
                .job(LINES, writingTo(place.resolve("ledger.txt")))
                .start()) {
            tallyport
                    .queue()
                    .staff()
                    .hire(QueueStaff.Contract.of("test"))
                    .worker()
                    .run();
        }
    }
}
