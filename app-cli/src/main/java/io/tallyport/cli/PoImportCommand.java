package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.ImportPurchaseOrders;
import io.tallyport.core.purchasing.OrderRow;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes orders from a file. */
@Command(
        name = "import",
        description = {
            "Takes orders from a file as drafts: an order with all its rows, or nothing of it.",
            "CSV has the columns sku, quantity, supplier, outlet, and where wanted id (the order's own number) or order (any",
            "name that holds its rows together), kind, cost, note. JSON is a list of orders with their lines.",
            "Ends with 3 when some rows were not taken, with 1 when none was; an order that is there already is left as it is."
        },
        footer = {
            "",
            "Example:",
            "  tallyport po import till orders.csv --dry-run",
            "  tallyport po import till orders.json"
        })
final class PoImportCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Parameters(index = "0", paramLabel = "CONNECTION", description = "Where they are carried to.")
    private @Nullable ConnectionId connection;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file: JSON, or CSV where its name ends in .csv.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Only check it, and say what would become of each row.")
    private boolean dryRun;

    private final Shell shell;

    PoImportCommand(Shell shell) {
        this.shell = shell;
    }

    /** One row. */
    private record RowView(int row, String order, String fate, String message) {

        static RowView of(ImportPurchaseOrders.RowReport report) {
            return new RowView(report.number(), report.order(), Choices.word(report.fate()), report.message());
        }

        boolean isGood() {
            return fate.equals("taken") || fate.equals("there-already");
        }
    }

    private record View(boolean stored, List<String> created, List<RowView> rows) {}

    @Override
    public Integer call() {
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        try (Tallyport tallyport = shell.open()) {
            List<OrderRow> rows = tallyport.purchasing().files().read(path);
            ImportPurchaseOrders.Result result =
                    tallyport.purchasing().imports().take(Specs.given(connection), rows, dryRun, shell.actor());
            View view = new View(
                    !dryRun,
                    result.created().entrySet().stream()
                            .map(entry ->
                                    entry.getValue().map(PurchaseOrderId::value).orElse(entry.getKey()))
                            .toList(),
                    result.rows().stream().map(RowView::of).toList());
            shell.answer(view, screen -> print(screen, view));
            boolean any = view.rows().stream().anyMatch(RowView::isGood);
            return result.isWhole() ? ExitCode.OK : any ? ExitCode.PARTIAL : ExitCode.FAILURE;
        }
    }

    private static void print(Screen screen, View view) {
        List<RowView> bad = view.rows().stream().filter(row -> !row.isGood()).toList();
        if (!bad.isEmpty()) {
            Table table = Table.of(">ROW", "ORDER", "FATE", "WHY");
            bad.stream().limit(SHOWN).forEach(row -> table.row(row.row(), row.order(), row.fate(), row.message()));
            screen.table(table);
            screen.attention(bad.size() + " of " + view.rows().size() + " rows " + (view.stored() ? "were" : "would be")
                    + " left out.");
        }
        screen.good(view.created().size() + " orders " + (view.stored() ? "written down" : "would be written down")
                + (view.created().isEmpty() ? "." : ": " + String.join(", ", view.created())));
    }
}
