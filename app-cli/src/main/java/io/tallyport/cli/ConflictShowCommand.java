package io.tallyport.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictErrors;
import io.tallyport.core.inventory.ExplainStock;
import io.tallyport.core.inventory.Explanation;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.runtime.Tallyport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a conflict. */
@Command(
        name = "show",
        description = "Shows a conflict with all that is known about both sides, and what seems right.",
        footer = {"", "Example:", "  tallyport conflict show 3"})
final class ConflictShowCommand implements Callable<Integer> {

    private static final int ENTRIES = 10;

    @Parameters(paramLabel = "ID", description = "Its number, as conflict list shows it.")
    private long id;

    private final Shell shell;

    ConflictShowCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(
            @JsonUnwrapped ConflictView conflict,
            String movements,
            @Nullable ExplanationView now,
            List<EntryView> written) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            Conflict conflict = tallyport
                    .rulings()
                    .conflicts()
                    .find(id)
                    .orElseThrow(() -> ConflictErrors.rejected(
                            "show conflict", ConflictErrors.UNKNOWN, "there is no conflict " + id));
            Instant now = shell.clock().instant();
            View view = new View(
                    ConflictView.of(conflict, now),
                    movements(conflict),
                    explained(tallyport, conflict, now).orElse(null),
                    tallyport.history().syncLog().about(conflict.last().key(), ENTRIES).stream()
                            .map(EntryView::of)
                            .toList());
            shell.answer(view, screen -> print(screen, view));
        }
        return ExitCode.OK;
    }

    private static Optional<ExplanationView> explained(Tallyport tallyport, Conflict conflict, Instant now) {
        ExplainStock.Question question = new ExplainStock.Question(
                conflict.last().key(), Optional.of(conflict.last().route()), false);
        try {
            return tallyport.explainStock().explain(question, Progress.NONE).stream()
                    .filter(one -> one.row()
                            .targetItem()
                            .equals(Optional.of(conflict.last().targetItem())))
                    .findFirst()
                    .map((Explanation one) -> ExplanationView.of(one, now));
        } catch (PortException nothingKnown) {
            return Optional.empty();
        }
    }

    /** Platforms tell levels, not the sales and adjustments behind them. */
    private static String movements(Conflict conflict) {
        return conflict.last()
                .acknowledged()
                .map(base -> "since both sides agreed on " + base + ": source "
                        + conflict.last()
                                .local()
                                .map(now -> Screen.signed(now.minus(base).toString()))
                                .orElse("unknown")
                        + ", target "
                        + conflict.last()
                                .remote()
                                .map(now -> Screen.signed(now.minus(base).toString()))
                                .orElse("unknown")
                        + "; which sales and adjustments that were, is not known here: reads tell levels")
                .orElse("both sides never agreed as far as is known here, so no sale or adjustment of either is known");
    }

    private static void print(Screen screen, View view) {
        ConflictView conflict = view.conflict();
        screen.title("Conflict " + conflict.id() + ": " + conflict.sku() + " on route " + conflict.route());
        List<Screen.Fact> facts = new ArrayList<>(List.of(
                new Screen.Fact("what", conflict.kind() + ", " + conflict.meaning()),
                new Screen.Fact("item", conflict.title()),
                new Screen.Fact("state", conflict.state()),
                new Screen.Fact("open for", conflict.age() + ", seen in " + conflict.count() + " plans"),
                new Screen.Fact("last seen", conflict.seen() + ": " + conflict.detail()),
                new Screen.Fact("agreed on", ConflictView.shown(conflict.acknowledged())),
                new Screen.Fact("source", ConflictView.shown(conflict.local())),
                new Screen.Fact("target", ConflictView.shown(conflict.remote())),
                new Screen.Fact("wanted", ConflictView.shown(conflict.desired())),
                new Screen.Fact("moved", view.movements())));
        if (conflict.answer() != null) {
            facts.add(new Screen.Fact(
                    "answered",
                    conflict.answer().answer() + " by " + conflict.answer().actor() + " at "
                            + conflict.answer().at()));
        }
        screen.facts(facts);
        screen.blank();
        if (view.now() != null) {
            view.now().print(screen);
        } else {
            screen.line("No read of the route has told of it since; stock explain SKU --fresh asks both sides.");
        }
        if (!view.written().isEmpty()) {
            Table table = EntryView.table();
            view.written().forEach(entry -> entry.addTo(table));
            screen.table(table);
        }
        screen.line("Proposed: " + (conflict.proposed() == null ? "nothing" : conflict.proposed()) + ", since "
                + conflict.because() + ".");
        screen.line(
                "Answer:   tallyport conflict resolve " + conflict.id() + " source|target|value N|ignore --confirm");
    }
}
