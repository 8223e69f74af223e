package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.ImportMappings;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes mappings from a file. */
@Command(
        name = "import",
        description = {
            "Takes mappings from a file: checks every line against both catalogues first, then stores all or nothing.",
            "Ends with 1, names the lines and stores nothing when there is a mistake in any of them."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sku map import main sku-mapping.json --dry-run",
            "  tallyport sku map import main sku-mapping.csv"
        })
final class SkuMapImportCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Parameters(index = "0", paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file: JSON, or CSV where its name ends in .csv.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Only check it, and show what would be mapped.")
    private boolean dryRun;

    @Option(names = "--overwrite", description = "Let the file win over what a person mapped otherwise before.")
    private boolean overwrite;

    private final Shell shell;

    SkuMapImportCommand(Shell shell) {
        this.shell = shell;
    }

    private record TakenView(int line, ItemView source, ItemView target, String origin) {}

    private record View(
            boolean stored,
            List<TakenView> added,
            List<MappingView> removed,
            int unchanged,
            int oneSided,
            List<ImportMappings.Problem> problems) {

        static View of(ImportMappings.Result result) {
            return new View(
                    result.stored(),
                    result.added().stream()
                            .map(taken -> new TakenView(
                                    taken.line(),
                                    ItemView.of(taken.source()),
                                    ItemView.of(taken.target()),
                                    Choices.word(taken.entry().origin())))
                            .toList(),
                    result.removed().stream().map(MappingView::of).toList(),
                    result.unchanged(),
                    result.oneSided(),
                    result.problems());
        }
    }

    @Override
    public Integer call() {
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        try (Tallyport tallyport = shell.open()) {
            ImportMappings.Request request =
                    new ImportMappings.Request(Specs.given(route), path, dryRun, overwrite, shell.actor());
            View view =
                    View.of(shell.showing(progress -> tallyport.skus().imports().take(request, progress)));
            shell.answer(view, screen -> print(screen, view));
            return view.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private static void print(Screen screen, View view) {
        if (!view.problems().isEmpty()) {
            Table problems = Table.of(">LINE", "PROBLEM");
            view.problems().stream().limit(SHOWN).forEach(each -> problems.row(each.line(), each.what()));
            screen.table(problems);
            screen.attention(
                    view.problems().size() + " mistakes; nothing was stored. Correct the lines and import again.");
            return;
        }
        Table table = Table.of(">LINE", "SOURCE", "TARGET", "ORIGIN");
        view.added().stream()
                .limit(SHOWN)
                .forEach(each -> table.row(
                        each.line(), each.source().name(), each.target().name(), each.origin()));
        if (!table.isEmpty()) {
            screen.table(table);
        }
        if (view.added().size() > SHOWN) {
            screen.line("… " + (view.added().size() - SHOWN) + " more; --json shows all");
        }
        screen.good(view.added().size() + (view.stored() ? " mapped, " : " would be mapped, ")
                + view.removed().size() + " removed for that, " + view.unchanged() + " were mapped so already, "
                + view.oneSided() + " lines name one side only"
                + (view.stored() ? "." : "; nothing was stored."));
    }
}
