package io.tallyport.core.inventory;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictErrors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the rows of a plan that carries out what was answered, from both sides as they are now. */
final class AnswerRows {

    private static final Quantity MOST = Quantity.of(1_000_000_000);

    private final Map<ExternalId, StockLevel> source = new HashMap<>();
    private final Map<ExternalId, StockLevel> target = new HashMap<>();
    private final RouteRulings rulings;
    private final StockFigure figure;

    private AnswerRows(RouteRulings rulings, StockFigure figure) {
        this.rulings = rulings;
        this.figure = figure;
    }

    /** Reads just these rows on both sides. */
    static AnswerRows read(Route route, RouteEnds ends, RouteRulings rulings, Collection<Conflict> conflicts) {
        StockFigure figure = SourceStock.figureFor(route.policy().webOrders());
        AnswerRows rows = new AnswerRows(rulings, figure);
        List<ExternalId> ours = conflicts.stream()
                .flatMap(conflict -> conflict.last().sourceItem().stream())
                .toList();
        List<ExternalId> theirs =
                conflicts.stream().map(conflict -> conflict.last().targetItem()).toList();
        ends.source().levelsOf(route.source().location(), ours).forEach(level -> rows.source.put(level.item(), level));
        ends.targetReader()
                .levelsOf(route.target().location(), theirs)
                .forEach(level -> rows.target.put(level.item(), level));
        rulings.prepare(List.copyOf(rows.source.values()));
        return rows;
    }

    /**
     * The row that carries out an answer; KEEP where the target has the figure already.
     *
     * @throws PortException.Rejected with {@link ConflictErrors#NO_ANSWER} when it cannot be carried out
     */
    PlanRow row(Conflict conflict, Answer.Kind answer, Optional<Quantity> value) {
        StockLevel ours = conflict.last().sourceItem().map(source::get).orElse(null);
        if (ours == null || ours.stocking() != Stocking.STOCKED || ours.onHand().isEmpty()) {
            throw refused(conflict, "the source has no level for it now");
        }
        StockLevel theirs = target.get(conflict.last().targetItem());
        Optional<Quantity> remote = theirs == null || theirs.stocking() != Stocking.STOCKED
                ? Optional.empty()
                : theirs.figure(figure).filter(now -> !now.hasFraction());
        if (remote.isEmpty()) {
            throw refused(conflict, "the target has no level for it now");
        }
        QuantityRule rule = rule(conflict, ours, answer, value);
        Optional<Quantity> wanted = rule.wanted(ours.onHand().get()).filter(now -> now.compareTo(MOST) <= 0);
        if (wanted.isEmpty() || !rule.sourceIsTruth()) {
            throw refused(conflict, "a rule leaves it alone, or the figure is more than a platform takes");
        }
        boolean same = wanted.equals(remote);
        return new PlanRow(
                conflict.last().key(),
                conflict.last().title(),
                figure,
                conflict.last().sourceItem(),
                Optional.of(conflict.last().targetItem()),
                conflict.last().acknowledged(),
                ours.onHand(),
                remote,
                wanted,
                same ? Action.KEEP : Action.SET,
                Reason.OVER_THRESHOLD,
                same ? Hold.FREE : Hold.APPROVED,
                rule,
                Optional.empty());
    }

    /** The level's own key may be missing in a read of single items; rules go by the conflict's. */
    private QuantityRule rule(Conflict conflict, StockLevel ours, Answer.Kind answer, Optional<Quantity> value) {
        return answer == Answer.Kind.VALUE
                ? QuantityRule.fixed("answer to conflict " + conflict.id(), value.orElseThrow())
                : rulings.book().of(conflict.last().key(), rulings.category(ours));
    }

    private static PortException.Rejected refused(Conflict conflict, String why) {
        return ConflictErrors.rejected(
                "resolve conflict",
                ConflictErrors.NO_ANSWER,
                conflict.last().key() + ", conflict " + conflict.id() + ": " + why);
    }
}
