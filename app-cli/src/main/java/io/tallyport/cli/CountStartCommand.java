package io.tallyport.cli;

import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.StockCount;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a count at the platform and enters what was counted. */
@Command(
        name = "start",
        description = {
            "Makes a count at the platform and enters what was counted. No stock changes before count complete.",
            "May be stopped and given again at any point, and goes on then. Ends with 3 when it waits, for the platform, for an",
            "answer or for a person."
        },
        footer = {
            "",
            "Example:",
            "  tallyport count start counted.csv --connection till --outlet Main --reference CNT-2026-001"
        })
final class CountStartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The list: JSON, or CSV where its name ends in .csv.")
    private @Nullable Path file;

    @Mixin
    private CountOptions options = new CountOptions();

    @Option(
            names = "--reference",
            paramLabel = "REFERENCE",
            required = true,
            description = "What the count is called, such as CNT-2026-001: 1 to 40 letters, digits and hyphens.")
    private @Nullable CountReference reference;

    @Option(names = "--note", paramLabel = "TEXT", description = "For people at the platform.")
    private String note = "";

    private final Shell shell;

    CountStartCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        CountReference given = Specs.given(reference);
        try (Tallyport tallyport = shell.open()) {
            StockCount count = options.count(tallyport, shell, Specs.given(file), given, note);
            CountView view =
                    CountView.of(given, tallyport.purchasing().counts().start().start(count, shell.actor()));
            shell.answer(view, view::print);
            return view.exit();
        }
    }
}
