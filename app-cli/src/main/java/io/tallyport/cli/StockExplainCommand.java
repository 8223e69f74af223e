package io.tallyport.cli;

import io.tallyport.core.inventory.ExplainStock;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why a number is what it is. */
@Command(
        name = "explain",
        description = {
            "Says why a number is what it is: both sides with times, the rule, open writes, the last writer, what is"
                    + " next.",
            "Goes by what was read last; asks both platforms with --fresh. Writes nothing."
        },
        footer = {"", "Example:", "  tallyport stock explain SHOE-1", "  tallyport stock explain SHOE-1 --fresh --json"
        })
final class StockExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SKU", description = "The SKU, or the item's id where it has none.")
    private @Nullable String sku;

    @Option(names = "--route", paramLabel = "ROUTE", description = "Only on this route.")
    private @Nullable RouteId route;

    @Option(names = "--fresh", description = "Ask both platforms for the figures as they are now.")
    private boolean fresh;

    private final Shell shell;

    StockExplainCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ExplainStock.Question question = new ExplainStock.Question(Specs.given(sku), Optional.ofNullable(route), fresh);
        try (Tallyport tallyport = shell.open()) {
            Instant now = shell.clock().instant();
            List<ExplanationView> views =
                    shell.showing(progress -> tallyport.explainStock().explain(question, progress)).stream()
                            .map(why -> ExplanationView.of(why, now))
                            .toList();
            shell.answer(views, screen -> views.forEach(view -> view.print(screen)));
        }
        return ExitCode.OK;
    }
}
