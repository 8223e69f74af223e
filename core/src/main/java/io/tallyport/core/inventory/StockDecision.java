package io.tallyport.core.inventory;

import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import java.util.Map;
import java.util.Optional;

/** Decides one row under SOURCE_WINS. Pure. */
final class StockDecision {

    /** What the platforms take: Shopify refuses more than a billion units. */
    private static final Quantity MOST = Quantity.of(1_000_000_000);

    private final RoutePolicy policy;
    private final StockFigure figure;
    private final boolean activate;
    private final boolean sourceComplete;
    private final Map<ExternalId, Quantity> acknowledged;
    private final RowRules rules;

    StockDecision(
            RoutePolicy policy,
            RowRules rules,
            boolean activate,
            boolean sourceComplete,
            Map<ExternalId, Quantity> acknowledged) {
        this.policy = policy;
        this.figure = SourceStock.figureFor(policy.webOrders());
        this.activate = activate;
        this.sourceComplete = sourceComplete;
        this.acknowledged = acknowledged;
        this.rules = rules;
    }

    PlanRow decide(Matching.Match match) {
        if (match.lone().isPresent()) {
            return skip(match, match.lone().get());
        }
        StockLevel source = match.source().orElseThrow();
        StockLevel target = match.target().orElseThrow();
        if (!source.tracked() || !target.tracked()) {
            return skip(match, Reason.NOT_TRACKED);
        }
        Optional<Quantity> local = source.onHand();
        if (source.stocking() != Stocking.STOCKED || local.isEmpty()) {
            return skip(match, Reason.NO_LEVEL_AT_SOURCE);
        }
        QuantityRule rule = rules.of(source);
        Optional<Quantity> desired = rule.wanted(local.get());
        if (!rule.sourceIsTruth() || desired.isEmpty()) {
            return row(match, rule, Action.SKIP, Reason.LEFT_BY_RULE, Optional.empty(), Hold.FREE);
        }
        if (desired.get().compareTo(MOST) > 0) {
            return skip(match, Reason.OUT_OF_RANGE);
        }
        if (desired.get().isZero() && !sourceComplete) {
            return skip(match, Reason.INCOMPLETE_READ);
        }
        if (target.stocking() != Stocking.STOCKED) {
            return activate
                    ? write(match, rule, Action.ACTIVATE, Reason.NOT_STOCKED_AT_LOCATION, desired.get())
                    : skip(match, Reason.NOT_STOCKED_AT_LOCATION);
        }
        return stocked(match, rule, local.get(), desired.get());
    }

    /** Both sides have a level. */
    private PlanRow stocked(Matching.Match match, QuantityRule rule, Quantity local, Quantity desired) {
        StockLevel target = match.target().orElseThrow();
        Optional<Quantity> remote = target.figure(figure);
        if (remote.isEmpty()) {
            return skip(match, Reason.NO_LEVEL_AT_TARGET);
        }
        if (remote.get().hasFraction()) {
            return skip(match, Reason.OUT_OF_RANGE);
        }
        Reason said = SourceStock.reasonFor(local);
        if (remote.get().equals(desired)) {
            return row(match, rule, Action.KEEP, said, Optional.of(desired), Hold.FREE);
        }
        if (rules.isKept(target.item(), local, remote.get())) {
            return row(match, rule, Action.SKIP, Reason.KEPT_BY_ANSWER, Optional.of(desired), Hold.FREE);
        }
        return write(match, rule, Action.SET, said, desired);
    }

    private PlanRow write(Matching.Match match, QuantityRule rule, Action action, Reason reason, Quantity desired) {
        Quantity remote = match.target().flatMap(level -> level.figure(figure)).orElse(Quantity.ZERO);
        Quantity threshold = Quantity.of(rule.reviewThreshold(policy.reviewThreshold()));
        boolean tooMuch = desired.minus(remote).abs().compareTo(threshold) > 0;
        return row(
                match,
                rule,
                action,
                tooMuch ? Reason.OVER_THRESHOLD : reason,
                Optional.of(desired),
                tooMuch ? Hold.HELD : Hold.FREE);
    }

    private PlanRow skip(Matching.Match match, Reason reason) {
        return row(match, QuantityRule.PLAIN, Action.SKIP, reason, Optional.empty(), Hold.FREE);
    }

    private PlanRow row(
            Matching.Match match,
            QuantityRule rule,
            Action action,
            Reason reason,
            Optional<Quantity> desired,
            Hold hold) {
        StockLevel named = match.named();
        Optional<ExternalId> targetItem = match.target().map(StockLevel::item);
        return new PlanRow(
                OrderedLevels.key(named),
                named.title(),
                figure,
                match.source().map(StockLevel::item),
                targetItem,
                targetItem.map(acknowledged::get),
                match.source().flatMap(StockLevel::onHand),
                match.target().flatMap(level -> level.figure(figure)),
                desired,
                action,
                reason,
                hold,
                rule);
    }
}
