package io.tallyport.cli;

import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationErrors;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a validation that is kept. */
@Command(
        name = "report",
        description = {
            "Shows the latest validation of a route again, or writes its report; asks no platform.",
            "The latest three of each kind are kept."
        },
        footer = {"", "Example:", "  tallyport sync report main --out report.html"})
final class SyncReportCommand implements Callable<Integer> {

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(names = "--id", paramLabel = "ID", description = "Another one than the latest: the beginning of its id.")
    private @Nullable String id;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncReportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<ReportOptions.Wanted> wanted = report.wanted(shell, spec);
        try (Tallyport tallyport = shell.open()) {
            RouteId route = options.route(tallyport);
            String beginning = id == null ? "" : id;
            Validation validation = tallyport.validation().reports().of(route).stream()
                    .filter(each -> each.id().value().startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> ValidationErrors.rejected(
                            ValidationErrors.NONE_KEPT,
                            "there is none of route \"" + route + "\""
                                    + (id == null ? "" : " whose id begins with " + id)));
            return new ValidationAnswer(shell, tallyport, options).answer(validation, wanted);
        }
    }
}
