package io.tallyport.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tallyport.core.inventory.PlanRecord;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a plan. */
@Command(
        name = "show",
        description = {
            "Shows a plan: its counts by action and reason, and its rows.",
            "Unless told otherwise: the rows that would be written, the first 50 of them."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock show sync-plan-20260101-120000.json --held",
            "  tallyport stock show sync-plan-20260101-120000.json --all --json"
        })
final class StockShowCommand implements Callable<Integer> {

    private static final int DEFAULT_LIMIT = 50;

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    private @Nullable Path file;

    @Option(names = "--held", description = "Only the rows that wait for a person.")
    private boolean held;

    @Option(names = "--all", description = "All rows, also those that are left alone.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "How many rows at most; 0 for no limit.")
    private @Nullable Integer limit;

    private final Shell shell;

    StockShowCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(@JsonUnwrapped PlanView plan, String state, long matchingRows, List<RowView> rows) {}

    @Override
    public Integer call() {
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        try (Tallyport tallyport = shell.open()) {
            StockPlan plan = tallyport.plans().files().open(path);
            PlanView view = PlanView.of(plan, path);
            String state = tallyport
                    .plans()
                    .store()
                    .find(plan.header().id())
                    .map(known -> state(known, plan))
                    .orElse("UNKNOWN");
            RowSelection rows = RowSelection.of(tallyport.plans().files(), path, wanted(), most());
            shell.answer(
                    new View(view, state, rows.matching(), rows.rows()), screen -> print(screen, view, state, rows));
        }
        return ExitCode.OK;
    }

    /** The database decides, so its word is shown, not the file's. */
    private static String state(PlanRecord known, StockPlan plan) {
        return known.hash().equals(plan.hash()) ? known.state().name() : "ALTERED";
    }

    private Predicate<PlanRow> wanted() {
        if (held) {
            return PlanRow::isHeld;
        }
        return all ? row -> true : row -> row.action().isWrite();
    }

    private int most() {
        if (limit != null) {
            return Math.max(0, limit);
        }
        return all || shell.isJson() ? 0 : DEFAULT_LIMIT;
    }

    private void print(Screen screen, PlanView view, String state, RowSelection rows) {
        PlanPrinter printer = new PlanPrinter(screen);
        boolean expired = state.equals("READY") && view.isExpired(shell.clock().instant());
        printer.header(view, List.of(new Screen.Fact("state", meaning(expired ? "EXPIRED" : state))));
        printer.counts(view);
        printer.held(view);
        screen.blank();
        rows.print(screen, "; see them with --limit 0");
    }

    private static String meaning(String state) {
        return switch (state) {
            case "READY" -> "READY: may be applied";
            case "HELD" -> "HELD: as a whole, until a person approves it";
            case "APPLYING" -> "APPLYING: an apply has begun; apply it again to finish it";
            case "APPLIED" -> "APPLIED: done, never applied again";
            case "EXPIRED" -> "EXPIRED: make a new plan";
            case "ALTERED" -> "ALTERED: not the file that was planned or approved; it cannot be applied";
            default -> "UNKNOWN: not made with this database; it cannot be applied here";
        };
    }
}
