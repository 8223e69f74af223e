package io.tallyport.cli;

import io.tallyport.core.doctor.Finding;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what is missing, broken or about to end. */
@Command(
        name = "doctor",
        description = {
            "Examines the whole installation: what is missing, broken or about to end, and what mends it.",
            "Connections and routes: secrets, tokens, scopes, API versions, locations, mappings, the age of the last whole read,",
            "conflicts, rate limits. The queue: workers, stuck and dead jobs, schedules. Webhooks: subscriptions, what waits.",
            "Purchase orders: held and overdue ones, alerts.",
            "Writes nothing. Ends with 1 when something does not work, with 3 when something ends within 14 days."
        },
        footer = {"", "Example:", "  tallyport doctor", "  tallyport doctor --json"})
final class DoctorCommand implements Callable<Integer> {

    private final Shell shell;

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    private record FindingView(String severity, String about, String what, String mend) {}

    private record View(List<FindingView> findings) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<Finding> findings = tallyport.doctor().examine();
            View view = new View(findings.stream()
                    .map(finding -> new FindingView(
                            finding.severity().name().toLowerCase(Locale.ROOT),
                            finding.about(),
                            finding.what(),
                            finding.mend()))
                    .toList());
            shell.answer(view, screen -> print(screen, findings));
            return findings.stream()
                    .map(Finding::severity)
                    .map(DoctorCommand::code)
                    .reduce(ExitCode.OK, ExitCode::worse);
        }
    }

    private static int code(Finding.Severity severity) {
        return switch (severity) {
            case BROKEN -> ExitCode.FAILURE;
            case SOON -> ExitCode.PARTIAL;
            case NOTE -> ExitCode.OK;
        };
    }

    private static void print(Screen screen, List<Finding> findings) {
        if (findings.isEmpty()) {
            screen.good("✓ nothing to mend");
        }
        findings.forEach(finding -> print(screen, finding));
    }

    private static void print(Screen screen, Finding finding) {
        String line = finding.about() + ": " + finding.what();
        switch (finding.severity()) {
            case BROKEN -> screen.attention("✗ " + line);
            case SOON -> screen.attention("! " + line);
            case NOTE -> screen.line("- " + line);
        }
        screen.line("    " + finding.mend());
    }
}
