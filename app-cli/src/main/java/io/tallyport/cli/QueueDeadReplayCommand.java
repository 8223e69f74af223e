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

/** Starts dead letters again. */
@Command(
        name = "replay",
        description = {
            "Lets dead jobs start anew with all their tries: those that are named, or all that fit.",
            "Ends with 3 when one was left, because another job waits that does its work."
        },
        footer = {
            "",
            "Example:",
            "  tallyport queue dead replay 4711 4712",
            "  tallyport queue dead replay --reason transient"
        })
final class QueueDeadReplayCommand implements Callable<Integer> {

    @Mixin
    private DeadSelection selection = new DeadSelection();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    QueueDeadReplayCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        selection.check(spec);
        try (Tallyport tallyport = shell.open()) {
            QueueParts queue = tallyport.queue();
            String actor = shell.actor();
            long replayed = selection.apply(
                    queue,
                    ids -> queue.desk().replay(ids, actor).size(),
                    all -> queue.batches().replay(all, actor));
            shell.answer(Map.of("replayed", replayed), screen -> screen.good("Replayed: " + replayed + "."));
            return selection.ids().size() > replayed ? ExitCode.PARTIAL : ExitCode.OK;
        }
    }
}
