package io.tallyport.cli;

import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.runtime.Tallyport;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Validates and writes the report, under a name of its own. */
@Command(
        name = "sync-validation",
        description = {
            "Validates a route as sync validate does; with --generate-report it writes a report as well.",
            "Unless --out says otherwise: sync-validation-YYYYMMDD-HHMMSS.html here."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sync-validation --generate-report",
            "  tallyport sync-validation main --generate-report --format csv"
        })
final class SyncValidationCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(names = "--generate-report", description = "Write a report.")
    private boolean generate;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncValidationCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String name = "sync-validation-" + TIME.format(shell.clock().instant());
        Optional<ReportOptions.Wanted> wanted =
                generate ? Optional.of(report.wanted(shell, name, spec)) : report.wanted(shell, spec);
        try (Tallyport tallyport = shell.open()) {
            ValidateRoute.Request request = new ValidateRoute.Request(
                    options.route(tallyport), ValidationKind.FULL, PriceTolerance.EXACT, List.of(), Set.of());
            Validation validation =
                    shell.showing(progress -> tallyport.validation().validate().validate(request, progress));
            return new ValidationAnswer(shell, tallyport, options).answer(validation, wanted);
        }
    }
}
