package io.tallyport.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what a validation found, and writes its report. */
final class ValidationAnswer {

    private final Shell shell;
    private final Tallyport tallyport;
    private final CheckOptions options;

    ValidationAnswer(Shell shell, Tallyport tallyport, CheckOptions options) {
        this.shell = shell;
        this.tallyport = tallyport;
        this.options = options;
    }

    private record View(
            @JsonUnwrapped ValidationView validation,
            @Nullable String report,
            long matchingRows,
            List<ValidationView.Row> shown) {}

    /** Says it; the exit code tells whether anything is off, or not proven. */
    int answer(Validation validation, Optional<ReportOptions.Wanted> report) {
        report.ifPresent(wanted -> ValidationReport.write(
                wanted, validation, tallyport.validation().reports()));
        List<ValidationView.Row> rows = new ArrayList<>();
        long[] matching = {0};
        tallyport.validation().reports().rows(validation.id(), !options.all(), row -> {
            matching[0]++;
            if (options.limit() == 0 || rows.size() < options.limit()) {
                rows.add(ValidationView.Row.of(row));
            }
        });
        View view = new View(
                ValidationView.of(validation),
                report.map(wanted -> wanted.file().toString()).orElse(null),
                matching[0],
                rows);
        shell.answer(view, screen -> print(screen, view));
        return validation.isClean() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void print(Screen screen, View view) {
        ValidationView validation = view.validation();
        screen.title("Route " + validation.route() + ", " + validation.kind());
        List<Screen.Fact> facts = new ArrayList<>();
        validation.reads().forEach(read -> facts.add(new Screen.Fact(read.of(), ValidationView.line(read))));
        facts.add(new Screen.Fact("looked at", Counted.rows(validation.rows())));
        if (validation.compared() > 0) {
            facts.add(new Screen.Fact("stock in step", validation.equal() + " of " + validation.compared()));
        }
        screen.facts(facts);
        if (!validation.proven()) {
            screen.attention("A read could not prove that it saw everything: what it lacks is not called missing.");
        }
        flaws(screen, validation);
        rows(screen, view);
        validation.notes().forEach(screen::line);
        if (view.report() != null) {
            screen.line("Report: " + view.report());
        }
    }

    private static void flaws(Screen screen, ValidationView validation) {
        screen.blank();
        if (validation.off() == 0) {
            screen.good("✓ nothing is off");
            return;
        }
        Table table = Table.of("WHAT", ">ROWS", "MEANING");
        validation.byFlaw().forEach((flaw, count) -> table.row(flaw, count, ValidationView.meaning(flaw)));
        screen.table(table);
    }

    private static void rows(Screen screen, View view) {
        screen.blank();
        if (view.shown().isEmpty()) {
            return;
        }
        Table table = Table.of("SKU", "TITLE", ">SOURCE", ">TARGET", ">DIFF", "WHAT: SOURCE / TARGET");
        view.shown()
                .forEach(row -> table.row(
                        row.sku(),
                        row.title(),
                        shown(row.source()),
                        shown(row.target()),
                        shown(row.difference()),
                        String.join(
                                "; ",
                                row.flaws().stream()
                                        .map(ValidationView.FlawView::line)
                                        .toList())));
        screen.table(table);
        if (view.matchingRows() > view.shown().size()) {
            screen.line("… and " + (view.matchingRows() - view.shown().size())
                    + " more; see them with --limit 0, or in a report: --out FILE");
        }
        screen.blank();
    }

    private static String shown(@Nullable String figure) {
        return figure == null ? "-" : figure;
    }
}
