package io.tallyport.cli;

import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.runtime.Tallyport;
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

/** Compares prices. */
@Command(
        name = "check-pricing",
        description = {
            "Finds prices that are further apart than a tolerance, or in different currencies.",
            "Where a platform does not tell its currency, the connection's option currency does."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sync check-pricing main --tolerance 0.01",
            "  tallyport sync:check-pricing main --tolerance 1%% --out prices.csv"
        })
final class SyncCheckPricingCommand implements Callable<Integer> {

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(
            names = "--tolerance",
            paramLabel = "AMOUNT",
            description = "How far prices may be apart: 0.01, or 1%% of the source's; nothing unless given.")
    private @Nullable PriceTolerance tolerance;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncCheckPricingCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<ReportOptions.Wanted> wanted = report.wanted(shell, spec);
        try (Tallyport tallyport = shell.open()) {
            ValidateRoute.Request request = new ValidateRoute.Request(
                    options.route(tallyport),
                    ValidationKind.PRICING,
                    tolerance == null ? PriceTolerance.EXACT : tolerance,
                    List.of(),
                    Set.of());
            Validation validation =
                    shell.showing(progress -> tallyport.validation().validate().validate(request, progress));
            return new ValidationAnswer(shell, tallyport, options).answer(validation, wanted);
        }
    }
}
