package io.tallyport.cli;

import io.tallyport.core.job.JobFilter;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
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
            "What runs goes on, what has ended stays, and nothing is removed."
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
        if (!isConfirmed()) {
            shell.say(screen -> screen.line("Nothing was taken back."));
            return ExitCode.FAILURE;
        }
        JobFilter wanted = filter.in(Set.of(), false);
        try (Tallyport tallyport = shell.open()) {
            long cancelled = tallyport.queue().batches().clear(wanted, shell.actor());
            shell.answer(
                    Map.of("cancelled", cancelled),
                    screen -> screen.good("Taken back: " + cancelled + ". They can be started again one by one with:"
                            + " tallyport queue retry ID"));
        }
        return ExitCode.OK;
    }

    private boolean isConfirmed() {
        if (confirm == null && shell.isAsking()) {
            return shell.ask("Type " + WORD + " to take back every job that waits:")
                    .equals(WORD);
        }
        if (!WORD.equals(confirm)) {
            throw Specs.misuse(spec, "nothing was done: add --confirm " + WORD + " to do it");
        }
        return true;
    }
}
