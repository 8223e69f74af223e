package io.tallyport.cli;

import io.tallyport.core.counting.CountConsent;
import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.StockCount;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a count the stock. */
@Command(
        name = "complete",
        description = {
            "Makes a count that was started the stock of its outlet; it cannot be taken back.",
            "Only when the count at the platform has exactly the products of the list with exactly these figures. Lines that set",
            "stock to zero, or change it much, are to be named by their number, as count plan tells it.",
            "Ends with 3 when it is held or waits for an answer; nothing was done when it is held."
        },
        footer = {
            "",
            "Example:",
            "  tallyport count complete CNT-2026-001 counted.csv --connection till --outlet Main",
            "  tallyport count complete CNT-2026-001 counted.csv --connection till --outlet Main --allow-zero 2"
        })
final class CountCompleteCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "REFERENCE", description = "What the count is called.")
    private @Nullable CountReference reference;

    @Parameters(index = "1", paramLabel = "FILE", description = "The list that was entered.")
    private @Nullable Path file;

    @Mixin
    private CountOptions options = new CountOptions();

    @Option(
            names = "--allow-zero",
            paramLabel = "N",
            description = "So many lines set to zero what has stock now, and are meant to.")
    private int zeroed;

    @Option(
            names = "--allow-large",
            paramLabel = "N",
            description = "So many lines change more than count.large-percent and count.large-units, and are meant to.")
    private int large;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    CountCompleteCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (zeroed < 0 || large < 0) {
            throw Specs.misuse(spec, "a number of lines is zero or more");
        }
        CountReference given = Specs.given(reference);
        try (Tallyport tallyport = shell.open()) {
            StockCount count = options.count(tallyport, shell, Specs.given(file), given, "");
            CountView view = CountView.of(
                    given,
                    tallyport
                            .purchasing()
                            .counts()
                            .complete()
                            .complete(count, new CountConsent(zeroed, large), shell.actor()));
            shell.answer(view, view::print);
            return view.exit();
        }
    }
}
