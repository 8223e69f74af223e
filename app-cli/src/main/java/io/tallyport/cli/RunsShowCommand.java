package io.tallyport.cli;

import io.tallyport.core.history.Run;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one run. */
@Command(
        name = "show",
        description = "Shows a run and what became of each row.",
        footer = {"", "Example:", "  tallyport runs show 2f6c --moved"})
final class RunsShowCommand implements Callable<Integer> {

    private static final int DEFAULT_LIMIT = 50;

    @Parameters(paramLabel = "RUN", description = "Its id, or the beginning of it.")
    private @Nullable String id;

    @Option(names = "--moved", description = "Only rows that moved or were left.")
    private boolean moved;

    @Option(names = "--limit", paramLabel = "N", description = "How many rows at most; 0 for no limit.")
    private @Nullable Integer limit;

    private final Shell shell;

    RunsShowCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(RunView run, long matchingRows, List<EntryView> rows) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            Run run = RunName.find(tallyport.history().runs(), Specs.given(id));
            RunView view = ShownRun.of(run);
            RunEntries entries = RunEntries.of(
                    tallyport.history().syncLog(), run.id(), entry -> !moved || RunEntries.isRemarkable(entry), most());
            shell.answer(new View(view, entries.matching(), entries.entries()), screen -> print(screen, view, entries));
        }
        return ExitCode.OK;
    }

    private int most() {
        if (limit != null) {
            return Math.max(0, limit);
        }
        return shell.isJson() ? 0 : DEFAULT_LIMIT;
    }

    private static void print(Screen screen, RunView view, RunEntries entries) {
        screen.facts(List.of(
                new Screen.Fact("run", view.id()),
                new Screen.Fact("kind", view.kind()),
                new Screen.Fact("route", view.route()),
                new Screen.Fact("plan", view.plan() == null ? "-" : view.plan()),
                new Screen.Fact("by", view.actor()),
                new Screen.Fact("started", view.started()),
                new Screen.Fact("ended", view.ended() == null ? "not yet" : view.ended()),
                new Screen.Fact("state", view.state() + ": " + view.message()),
                new Screen.Fact("rows", view.counts().toString())));
        screen.blank();
        entries.print(screen, "tallyport runs show " + view.id() + " --limit 0");
    }
}
