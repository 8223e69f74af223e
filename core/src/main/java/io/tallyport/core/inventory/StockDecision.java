package io.tallyport.core.inventory;

import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
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

    StockDecision(
            RoutePolicy policy, boolean activate, boolean sourceComplete, Map<ExternalId, Quantity> acknowledged) {
        this.policy = policy;
        this.figure = SourceStock.figureFor(policy.webOrders());
        this.activate = activate;
        this.sourceComplete = sourceComplete;
        this.acknowledged = acknowledged;
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
        Quantity desired = SourceStock.wanted(local.get());
        if (desired.compareTo(MOST) > 0) {
            return skip(match, Reason.OUT_OF_RANGE);
        }
        if (desired.isZero() && !sourceComplete) {
            return skip(match, Reason.INCOMPLETE_READ);
        }
        if (target.stocking() != Stocking.STOCKED) {
            return activate
                    ? write(match, Action.ACTIVATE, Reason.NOT_STOCKED_AT_LOCATION, desired)
                    : skip(match, Reason.NOT_STOCKED_AT_LOCATION);
        }
        Optional<Quantity> remote = target.figure(figure);
        if (remote.isEmpty()) {
            return skip(match, Reason.NO_LEVEL_AT_TARGET);
        }
        if (remote.get().hasFraction()) {
            return skip(match, Reason.OUT_OF_RANGE);
        }
        Reason said = SourceStock.reasonFor(local.get());
        if (remote.get().equals(desired)) {
            return row(match, Action.KEEP, said, Optional.of(desired), Hold.FREE);
        }
        return write(match, Action.SET, said, desired);
    }

    private PlanRow write(Matching.Match match, Action action, Reason reason, Quantity desired) {
        Quantity remote = match.target().flatMap(level -> level.figure(figure)).orElse(Quantity.ZERO);
        boolean tooMuch = desired.minus(remote).abs().compareTo(Quantity.of(policy.reviewThreshold())) > 0;
        return row(
                match,
                action,
                tooMuch ? Reason.OVER_THRESHOLD : reason,
                Optional.of(desired),
                tooMuch ? Hold.HELD : Hold.FREE);
    }

    private PlanRow skip(Matching.Match match, Reason reason) {
        return row(match, Action.SKIP, reason, Optional.empty(), Hold.FREE);
    }

    private PlanRow row(Matching.Match match, Action action, Reason reason, Optional<Quantity> desired, Hold hold) {
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
                hold);
    }
}
