package io.tallyport.cli;

import io.tallyport.core.inventory.Coverage;
import io.tallyport.core.inventory.PlanOrigin;
import io.tallyport.core.inventory.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows a plan's header, its counts with their meaning, and what to do next. */
final class PlanPrinter {

    private final Screen screen;

    PlanPrinter(Screen screen) {
        this.screen = screen;
    }

    void header(PlanView plan) {
        header(plan, List.of());
    }

    void header(PlanView plan, List<Screen.Fact> further) {
        screen.title(title(plan));
        List<Screen.Fact> facts = new ArrayList<>(plan.isUndo() ? undo(plan) : sync(plan));
        facts.addAll(further);
        plan.approvals().forEach(approval -> facts.add(new Screen.Fact("approved", approved(approval))));
        screen.facts(facts);
        if (!plan.complete()) {
            screen.attention("The read could not prove that it saw everything; no zero is planned from it.");
        }
    }

    private static String title(PlanView plan) {
        String end = " (" + plan.environment() + ")";
        if (!plan.isUndo()) {
            return "Plan for route " + plan.route() + end;
        }
        return (plan.kind().equals(Choices.word(PlanOrigin.Kind.ROLLBACK)) ? "Rollback of run " : "Restore of backup ")
                + plan.undoes() + " on route " + plan.route() + end;
    }

    private static List<Screen.Fact> undo(PlanView plan) {
        return List.of(
                new Screen.Fact("file", String.valueOf(plan.file())),
                new Screen.Fact("id", plan.id()),
                new Screen.Fact("sets back", plan.to()),
                new Screen.Fact("expires", plan.expires()));
    }

    private static List<Screen.Fact> sync(PlanView plan) {
        return List.of(
                new Screen.Fact("file", plan.file() == null ? "not kept, it changes nothing" : plan.file()),
                new Screen.Fact("id", plan.id()),
                new Screen.Fact("from", plan.from()),
                new Screen.Fact("to", plan.to()),
                new Screen.Fact("covers", plan.covers().line(plan.counts().sourceRows())),
                new Screen.Fact("read", plan.readStarted() + " to " + plan.readEnded()),
                new Screen.Fact("expires", plan.expires()));
    }

    void counts(PlanView plan) {
        PlanView.Counts counts = plan.counts();
        screen.blank();
        if (plan.isUndo()) {
            screen.line(counts.changes() + " of " + counts.sourceRows() + " levels would be set back, " + counts.held()
                    + " of them wait for a person; " + counts.unchanged() + " are so already.");
        } else {
            screen.line(counts.eligible() + " " + looked(plan) + " can be in step, " + counts.unchanged()
                    + " are; " + counts.changes() + " would change, " + counts.toZero() + " of them to zero; "
                    + counts.held() + " wait for a person.");
        }
        Table actions = Table.of("ACTION", ">ROWS");
        counts.byAction().forEach(actions::row);
        if (!actions.isEmpty()) {
            screen.table(actions);
        }
        reasons(counts.byReason());
    }

    /** A cycle looks again at what earlier ones left to do, so its rows are no part of those that changed. */
    private static String looked(PlanView plan) {
        if (plan.covers().isFull()) {
            return "of " + plan.counts().sourceRows() + " items";
        }
        return plan.covers().kind().equals(Choices.word(Coverage.Kind.CHOSEN))
                ? "of " + plan.covers().changed() + " chosen items"
                : "items that changed or were left to do";
    }

    void reasons(Map<String, Long> byReason) {
        Table reasons = Table.of("REASON", ">ROWS", "MEANING");
        byReason.forEach((reason, rows) ->
                reasons.row(reason, rows, Reason.valueOf(reason).meaning()));
        if (!reasons.isEmpty()) {
            screen.table(reasons);
        }
    }

    void held(PlanView plan) {
        if (plan.held()) {
            screen.attention("The whole plan is held:");
            plan.heldBecause().forEach(why -> screen.line("  - " + why));
        }
    }

    void next(PlanView plan) {
        screen.blank();
        if (plan.isEmpty() || plan.file() == null) {
            screen.good("Nothing would change.");
            return;
        }
        String file = quoted(plan.file());
        boolean waits = plan.held() || plan.counts().held() > 0;
        if (waits) {
            screen.line("Look at what waits:  tallyport stock show " + file + " --held");
            screen.line("Release it:          tallyport stock approve " + file + " --reason TEXT");
        } else {
            screen.line("See every row:       tallyport stock show " + file);
        }
        screen.line(applying(plan, waits) + "tallyport stock apply " + file + " --confirm");
    }

    private static String applying(PlanView plan, boolean waits) {
        if (plan.held()) {
            return "Then apply it:       ";
        }
        return waits ? "Apply the rest:      " : "Apply it:            ";
    }

    private static String approved(PlanView.Approval approval) {
        return Counted.rows(approval.rows()) + (approval.wholePlan() ? " and the plan" : "") + " by " + approval.actor()
                + " at " + approval.at() + ": " + approval.reason();
    }

    private static String quoted(String file) {
        return file.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+".indexOf(c) >= 0)
                ? file
                : "'" + file.replace("'", "'\\''") + "'";
    }
}
