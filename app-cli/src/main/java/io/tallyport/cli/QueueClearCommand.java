package io.tallyport.cli;

import io.tallyport.core.job.JobBatches;
import io.tallyport.core.job.JobFilter;
import io.tallyport.runtime.Tallyport;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes back all jobs that wait. */
@Command(
        name = "clear",
        description = {
            "Takes back every job that waits: pending, failed and blocked ones become cancelled.",
            "Those that waited when they were counted, and none that came later. What runs goes on, what has ended",
            "stays, and nothing is removed."
        },
        footer = {
            "",
            "Example:",
            "  tallyport queue clear",
            "  tallyport queue clear --type stock-cycle --confirm clear"
        })
final class QueueClearCommand implements Callable<Integer> {

    private static final String WORD = "clear";

    @Mixin
    private JobFilterOptions filter = new JobFilterOptions();

    @Option(names = "--confirm", paramLabel = WORD, description = "The word clear; a person is asked to type it.")
    private @Nullable String confirm;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    QueueClearCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (!shell.isAsking() || confirm != null) {
            requireConfirmed();
        }
        JobFilter wanted = filter.in(Set.of(), false);
        try (Tallyport tallyport = shell.open()) {
            JobBatches batches = tallyport.queue().batches();
            JobBatches.Waiting waiting = batches.waiting(wanted);
            if (confirm == null && !isTyped(waiting.ids().size())) {
                shell.say(screen -> screen.line("Nothing was taken back."));
                return ExitCode.FAILURE;
            }
            JobBatches.Cleared cleared = batches.clear(waiting, shell.actor());
            shell.answer(cleared, screen -> print(screen, cleared));
        }
        return ExitCode.OK;
    }

    private void requireConfirmed() {
        if (!WORD.equals(confirm)) {
            throw Specs.misuse(spec, "nothing was done: add --confirm " + WORD + " to do it");
        }
    }

    private boolean isTyped(int jobs) {
        return shell.ask("Type " + WORD + " to take back the " + jobs + " jobs that wait:")
                .equals(WORD);
    }

    private static void print(Screen screen, JobBatches.Cleared cleared) {
        screen.good("Taken back: " + cleared.cancelled()
                + ". They can be started again one by one with: tallyport queue retry ID");
        if (cleared.left() > 0) {
            screen.line(cleared.left() + " had begun or ended by then, or went with a job that they waited for.");
        }
        if (cleared.came() > 0) {
            screen.attention(cleared.came() + " came meanwhile and still wait.");
        }
    }
}
