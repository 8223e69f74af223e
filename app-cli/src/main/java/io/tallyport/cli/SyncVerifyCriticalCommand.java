package io.tallyport.cli;

import io.tallyport.core.inventory.validation.PriceTolerance;
import io.tallyport.core.inventory.validation.ValidateRoute;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationErrors;
import io.tallyport.core.inventory.validation.ValidationKind;
import io.tallyport.core.kernel.Sku;
import io.tallyport.runtime.Settings;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the SKUs that matter most. */
@Command(
        name = "verify-critical",
        description = {
            "Checks that each SKU of a list is at both ends of a route and in step; for every day.",
            "The list is --skus and --file together, or else the setting critical-skus. Ends with 3 when anything is"
                    + " off."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sync verify-critical main --skus MUG-RED,MUG-BLUE",
            "  tallyport sync verify-critical main --file top-ten.txt --json"
        })
final class SyncVerifyCriticalCommand implements Callable<Integer> {

    private static final String SETTING = "critical-skus";

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(names = "--skus", paramLabel = "LIST", description = "SKUs with commas between.")
    private @Nullable String skus;

    @Option(names = "--file", paramLabel = "FILE", description = "A list of SKUs, one a line.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncVerifyCriticalCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<ReportOptions.Wanted> wanted = report.wanted(shell, spec);
        try (Tallyport tallyport = shell.open()) {
            List<Sku> critical = critical(tallyport);
            if (critical.isEmpty()) {
                throw ValidationErrors.rejected(ValidationErrors.NOTHING_CRITICAL, "there is nothing to look for");
            }
            ValidateRoute.Request request = new ValidateRoute.Request(
                    options.route(tallyport),
                    ValidationKind.CRITICAL,
                    PriceTolerance.EXACT,
                    critical,
                    new LinkedHashSet<>(critical));
            Validation validation =
                    shell.showing(progress -> tallyport.validation().validate().validate(request, progress));
            return new ValidationAnswer(shell, tallyport, options).answer(validation, wanted);
        }
    }

    private List<Sku> critical(Tallyport tallyport) {
        List<Sku> critical = new ArrayList<>();
        if (skus != null) {
            critical.addAll(SkuList.of(skus));
        }
        if (file != null) {
            critical.addAll(SkuList.read(shell.workingDirectory().resolve(file)));
        }
        return skus == null && file == null
                ? SkuList.of(tallyport.effectiveSettings().get(Settings.find(SETTING)))
                : critical;
    }
}
