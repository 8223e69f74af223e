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
import picocli.CommandLine.Spec;

/** Looks for what is on one side only. */
@Command(
        name = "check-orphans",
        description = {
            "Finds what only one end of a route has: new at the POS, left over in the shop, discontinued and still"
                    + " sold.",
            "Says that something is missing only where the read proves it. Ends with 3 when anything is off."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sync check-orphans main",
            "  tallyport sync:check-orphans --out orphans.csv"
        })
final class SyncCheckOrphansCommand implements Callable<Integer> {

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncCheckOrphansCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<ReportOptions.Wanted> wanted = report.wanted(shell, spec);
        try (Tallyport tallyport = shell.open()) {
            ValidateRoute.Request request = new ValidateRoute.Request(
                    options.route(tallyport), ValidationKind.ORPHANS, PriceTolerance.EXACT, List.of(), Set.of());
            Validation validation =
                    shell.showing(progress -> tallyport.validation().validate().validate(request, progress));
            return new ValidationAnswer(shell, tallyport, options).answer(validation, wanted);
        }
    }
}
