package io.tallyport.cli;

import io.tallyport.core.inventory.Past;
import io.tallyport.core.inventory.PruneHistory;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what is past its time. */
@Command(
        name = "prune",
        description = {
            "Removes what is past its time: remote calls, runs with their rows, settled intents with their pre-images,",
            "plans with their files in the data directory, closed conflicts. Windows are settings: history.*",
            "Never what a rollback needs within its window, never an open intent, never the audit trail."
        },
        footer = {
            "",
            "Example:",
            "  tallyport history prune --dry-run",
            "  tallyport history prune --older-than 90d --confirm"
        })
final class HistoryPruneCommand implements Callable<Integer> {

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "In place of each window but the undo window, such as 90d.")
    private @Nullable Duration olderThan;

    @Option(names = "--dry-run", description = "Only count.")
    private boolean dryRun;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    HistoryPruneCommand(Shell shell) {
        this.shell = shell;
    }

    private record Pruned(String what, long rows, String before) {}

    private record View(boolean dryRun, List<Pruned> pruned, long planFiles) {}

    @Override
    public Integer call() {
        if (!dryRun && !confirmation.isGiven(shell, spec, "Remove what is past its time?")) {
            shell.say(screen -> screen.line("Nothing was removed."));
            return ExitCode.FAILURE;
        }
        try (Tallyport tallyport = shell.open()) {
            PruneHistory.Result result = tallyport
                    .history()
                    .prune()
                    .prune(new PruneHistory.Request(Optional.ofNullable(olderThan), dryRun, shell.actor()));
            View view = view(result);
            shell.answer(view, screen -> print(screen, view));
        }
        return ExitCode.OK;
    }

    private View view(PruneHistory.Result result) {
        List<Pruned> pruned = new ArrayList<>();
        for (Past what : Past.values()) {
            Optional.ofNullable(result.before().get(what))
                    .ifPresent(before -> pruned.add(
                            new Pruned(what.meaning(), result.counts().getOrDefault(what, 0L), before.toString())));
        }
        return new View(dryRun, pruned, result.files());
    }

    private static void print(Screen screen, View view) {
        Table table = Table.of("WHAT", ">ROWS", "BEFORE");
        view.pruned().forEach(one -> table.row(one.what(), one.rows(), one.before()));
        screen.table(table);
        if (view.dryRun()) {
            screen.line("Nothing was removed.");
        } else {
            screen.good("Removed, and " + view.planFiles() + " plan files.");
        }
    }
}
