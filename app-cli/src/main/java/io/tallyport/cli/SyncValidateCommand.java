package io.tallyport.cli;

import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.kernel.Sku;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares everything. */
@Command(
        name = "validate",
        description = {
            "Compares both ends of a route: quantities, titles, prices, descriptions, images, categories and tags.",
            "Finds what is new at the POS and missing in the shop, and what is discontinued and still sold.",
            "Matches as a plan does, writes to neither end. Ends with 3 when anything is off or not proven."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sync validate main",
            "  tallyport sync validate main --top bestsellers.txt --out report.html",
            "  tallyport sync:validate main --json"
        })
final class SyncValidateCommand implements Callable<Integer> {

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(
            names = "--top",
            paramLabel = "FILE",
            description = "A list of SKUs, one a line, what sells best first; they come first, in that order.")
    private @Nullable Path top;

    @Option(
            names = "--tolerance",
            paramLabel = "AMOUNT",
            description = "How far prices may be apart: 0.01 or 1%%; nothing unless given.")
    private @Nullable PriceTolerance tolerance;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncValidateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<ReportOptions.Wanted> wanted = report.wanted(shell, spec);
        List<Sku> best =
                top == null ? List.of() : SkuList.read(shell.workingDirectory().resolve(top));
        try (Tallyport tallyport = shell.open()) {
            ValidateRoute.Request request = new ValidateRoute.Request(
                    options.route(tallyport),
                    ValidationKind.FULL,
                    tolerance == null ? PriceTolerance.EXACT : tolerance,
                    best,
                    Set.of());
            Validation validation =
                    shell.showing(progress -> tallyport.validation().validate().validate(request, progress));
            return new ValidationAnswer(shell, tallyport, options).answer(validation, wanted);
        }
    }
}
