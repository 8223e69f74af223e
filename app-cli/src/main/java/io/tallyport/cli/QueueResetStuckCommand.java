package io.tallyport.cli;

import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import picocli.CommandLine.Command;

/** Takes back jobs whose worker is gone. */
@Command(
        name = "reset-stuck",
        description = {
            "Takes back jobs whose worker has died or lost its lease, and lets go what is held back without a reason.",
            "Workers do this by themselves all the time; a job whose worker is alive is never touched."
        },
        footer = {"", "Example:", "  tallyport queue reset-stuck"})
final class QueueResetStuckCommand implements Callable<Integer> {

    private static final int BATCH = 500;

    private final Shell shell;

    QueueResetStuckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            QueueUpkeep upkeep = tallyport.queue().upkeep();
            long reset = all(upkeep::reap);
            long released = all(upkeep::release);
            shell.answer(
                    Map.of("reset", reset, "released", released),
                    screen -> screen.good("Reset: " + reset + ", let go: " + released + "."));
        }
        return ExitCode.OK;
    }

    private static long all(IntUnaryOperator step) {
        long done = 0;
        int batch;
        do {
            batch = step.applyAsInt(BATCH);
            done += batch;
        } while (batch == BATCH);
        return done;
    }
}
