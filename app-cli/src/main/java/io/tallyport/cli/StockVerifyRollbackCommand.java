package io.tallyport.cli;

import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.inventory.undo.VerifyRollback;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads back what a run had written. */
@Command(
        name = "verify-rollback",
        description = {
            "Reads back what a run had written, and says which levels are as they were before it.",
            "Ends with 3 when some are not, and names them with the reason."
        },
        footer = {"", "Example:", "  tallyport stock verify-rollback 2f6c"})
sealed class StockVerifyRollbackCommand implements Callable<Integer> permits VerifyRollbackCommand {

    private static final int SHOWN = 50;

    @Parameters(
            paramLabel = "RUN|PLAN",
            description =
                    "The run that was undone, the run that undid it (or the beginning of its id), or its plan's id.")
    private @Nullable String id;

    private final Shell shell;

    StockVerifyRollbackCommand(Shell shell) {
        this.shell = shell;
    }

    private record Row(
            String sku,
            String location,
            long before,
            long after,
            @Nullable String now,
            String state) {

        static Row of(VerifyRollback.Row row) {
            return new Row(
                    row.key(),
                    row.location().toString(),
                    row.before(),
                    row.after(),
                    row.now().map(Quantity::toString).orElse(null),
                    row.state().name());
        }
    }

    private record View(String run, long restored, long notRestored, List<Row> rows) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            VerifyRollback.Answer answer = tallyport.undo().verify().verify(known(tallyport, Specs.given(id)));
            View view = new View(
                    answer.run().value(),
                    answer.restored(),
                    answer.others().size(),
                    answer.others().stream().map(Row::of).toList());
            shell.answer(view, screen -> print(screen, view));
            return view.notRestored() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    private static String known(Tallyport tallyport, String id) {
        boolean plan = tallyport.plans().store().find(new PlanId(id)).isPresent();
        return plan ? id : RunName.find(tallyport.history().runs(), id).id().value();
    }

    private static void print(Screen screen, View view) {
        String headline = view.restored() + " of " + (view.restored() + view.notRestored()) + " levels that run "
                + view.run() + " wrote are as they were before it.";
        if (view.notRestored() == 0) {
            screen.good(headline);
            return;
        }
        screen.attention(headline);
        Table table = Table.of("SKU", ">BEFORE", ">RUN SET", ">NOW", "STATE", "MEANING");
        view.rows().stream()
                .limit(SHOWN)
                .forEach(row -> table.row(
                        row.sku(),
                        row.before(),
                        row.after(),
                        row.now() == null ? "-" : row.now(),
                        row.state(),
                        VerifyRollback.State.valueOf(row.state()).meaning()));
        screen.table(table);
        if (view.notRestored() > SHOWN) {
            screen.line("and " + (view.notRestored() - SHOWN) + " more; --json gives all of them");
        }
    }
}
