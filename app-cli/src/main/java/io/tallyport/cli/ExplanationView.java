package io.tallyport.cli;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.inventory.Acknowledged;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.Explanation;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.runtime.view.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a number is what it is, as it is shown. */
record ExplanationView(
        String route,
        RowView row,
        @Nullable String acknowledged,
        @Nullable String acknowledgedAt,
        Side source,
        Side target,
        @Nullable String category,
        List<RuleView> rules,
        List<Write> pending,
        @Nullable EntryView lastWrite,
        @Nullable RunView writer,
        @Nullable RunView lastRun,
        @Nullable ConflictView conflict,
        boolean due,
        String next) {

    /** One end. */
    record Side(
            String location,
            @Nullable String item,
            @Nullable String stocking,
            @Nullable String onHand,
            @Nullable String available,
            @Nullable String at,
            boolean fresh,
            boolean written) {

        static Side of(Explanation.Side side) {
            Optional<StockLevel> level = side.level();
            return new Side(
                    side.location().toString(),
                    level.map(known -> known.item().value()).orElse(null),
                    level.map(known -> Choices.word(known.stocking())).orElse(null),
                    text(level.flatMap(StockLevel::onHand)),
                    text(level.flatMap(StockLevel::available)),
                    side.at().map(Instant::toString).orElse(null),
                    side.fresh(),
                    side.written());
        }

        private String line() {
            if (item == null) {
                return location + ": no such item" + (at == null ? ", never read" : " at " + at);
            }
            return location + ": on hand " + ConflictView.shown(onHand) + ", available "
                    + ConflictView.shown(available) + " ("
                    + (fresh ? "asked " : written ? "agreed on since the last read, " : "read ")
                    + (at == null ? "at an unknown time" : at) + ")";
        }
    }

    /** A write whose outcome is not known. */
    record Write(String intent, String state, String recordedAt, String detail) {

        static Write of(Intent intent) {
            return new Write(
                    intent.id(), intent.state().name(), intent.recordedAt().toString(), intent.detail());
        }
    }

    static ExplanationView of(Explanation why, Instant now) {
        return new ExplanationView(
                why.route().id().value(),
                RowView.of(why.row()),
                text(why.acknowledged().map(Acknowledged::quantity)),
                why.acknowledged().map(level -> level.at().toString()).orElse(null),
                Side.of(why.source()),
                Side.of(why.target()),
                why.category().orElse(null),
                why.rules().stream().map(RuleView::of).toList(),
                why.pending().stream().map(Write::of).toList(),
                why.lastWrite().map(EntryView::of).orElse(null),
                why.writer().map(ShownRun::of).orElse(null),
                why.lastRun().map(ShownRun::of).orElse(null),
                why.conflict().map(conflict -> ConflictView.of(conflict, now)).orElse(null),
                why.due(),
                next(why));
    }

    private static @Nullable String text(Optional<Quantity> quantity) {
        return quantity.map(Quantity::toString).orElse(null);
    }

    private static String next(Explanation why) {
        PlanRow row = why.row();
        String route = why.route().id().value();
        if (!why.pending().isEmpty()) {
            return "the next apply on this route settles the open write first";
        }
        return switch (row.action()) {
            case KEEP -> "nothing: both sides are in step";
            case SKIP -> "nothing: " + row.reason().meaning();
            case MERGE, BASELINE -> merged(row, route);
            case SET, ACTIVATE -> {
                String change = row.remote().map(Quantity::toString).orElse("nothing") + " to "
                        + row.desired().map(Quantity::toString).orElse("-");
                yield row.isHeld()
                        ? "a person decides about " + change + ": "
                                + row.reason().meaning()
                        : "the next sync sets it from " + change + ": tallyport stock sync " + route + " --confirm";
            }
        };
    }

    private static String merged(PlanRow row, String route) {
        String carries = row.merge()
                .map(figures -> Screen.signed(figures.toTarget().toString()) + " to the target and "
                        + Screen.signed(figures.toSource().toString()) + " to the source")
                .orElse("nothing");
        return row.isHeld()
                ? "a person decides about " + carries + ": " + row.reason().meaning()
                : "the next sync carries " + carries + ": tallyport stock sync " + route + " --confirm";
    }

    void print(Screen screen) {
        screen.title(row.sku() + " on route " + route + (row.title().isBlank() ? "" : ": " + row.title()));
        List<Screen.Fact> facts = new ArrayList<>();
        facts.add(new Screen.Fact("source", source.line()));
        facts.add(new Screen.Fact("target", target.line()));
        facts.add(new Screen.Fact("agreed on", agreedOn()));
        facts.add(new Screen.Fact(
                "wanted", ConflictView.shown(row.desired()) + " (" + row.figure() + "), " + decision()));
        facts.add(new Screen.Fact("by", row.rule() == null ? "the route's policy, no rule" : row.rule()));
        rules.forEach(rule -> facts.add(new Screen.Fact(
                "rule " + rule.id(), rule.aspect() + " " + rule.value() + " for " + rule.about() + why(rule))));
        if (category != null) {
            facts.add(new Screen.Fact("category", category));
        }
        pending.forEach(write -> facts.add(
                new Screen.Fact("open write", write.intent() + " " + write.state() + " since " + write.recordedAt())));
        facts.add(new Screen.Fact("last write", lastWriteLine()));
        facts.add(new Screen.Fact(
                "last run",
                lastRun == null ? "none" : lastRun.id() + " " + lastRun.state() + ": " + lastRun.message()));
        if (conflict != null) {
            facts.add(new Screen.Fact(
                    "conflict",
                    conflict.id() + " " + conflict.kind() + ", " + conflict.state() + " for " + conflict.age()
                            + "; see: tallyport conflict show " + conflict.id()));
        }
        facts.add(new Screen.Fact("next", next + (due ? " (the last plan left it to do)" : "")));
        screen.facts(facts);
    }

    /** A row that is kept has no reason, and carries the one of those that differ. */
    private String decision() {
        return row.action().equals(Action.KEEP.name()) && row.reason().equals(Reason.CHANGED.name())
                ? row.action()
                : row.action() + " " + row.reason();
    }

    private String agreedOn() {
        MergeView merge = row.merge();
        if (merge != null) {
            return "source " + ConflictView.shown(merge.acknowledgedSource()) + ", target "
                    + ConflictView.shown(merge.acknowledgedTarget()) + "; owed to the source "
                    + merge.owedToSource() + ", to the target " + merge.owedToTarget();
        }
        return acknowledged == null ? "never, as far as is known here" : acknowledged + " at " + acknowledgedAt;
    }

    private static String why(RuleView rule) {
        return rule.note().isEmpty() ? "" : ", since: " + rule.note();
    }

    private String lastWriteLine() {
        if (lastWrite == null) {
            return "none known; the sync log holds what this installation wrote";
        }
        return lastWrite.before() + " to " + lastWrite.after() + " at " + lastWrite.at()
                + (writer == null ? "" : ", run " + writer.id() + " by " + writer.actor());
    }
}
