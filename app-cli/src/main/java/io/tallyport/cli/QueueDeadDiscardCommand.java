package io.tallyport.cli;

import io.tallyport.runtime.QueueParts;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes note of dead letters. */
@Command(
        name = "discard",
        description = {
            "Takes note of dead jobs, so that they are warned of no more and are pruned when their time has come.",
            "Until then one that is named can still be replayed."
        },
        footer = {
            "",
            "Example:",
            "  tallyport queue dead discard 4711",
            "  tallyport queue dead discard --tag route:main"
        })
final class QueueDeadDiscardCommand implements Callable<Integer> {

    @Mixin
    private DeadSelection selection = new DeadSelection();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    QueueDeadDiscardCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        selection.check(spec);
        try (Tallyport tallyport = shell.open()) {
            QueueParts queue = tallyport.queue();
            String actor = shell.actor();
            long discarded = selection.apply(
                    queue,
                    ids -> queue.desk().discard(ids, actor),
                    all -> queue.batches().discard(all, actor));
            shell.answer(Map.of("discarded", discarded), screen -> screen.good("Discarded: " + discarded + "."));
        }
        return ExitCode.OK;
    }
}
