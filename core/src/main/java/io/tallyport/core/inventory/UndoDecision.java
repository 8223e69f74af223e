package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/** Decides one row of an undo. Pure. */
final class UndoDecision {

    private final long reviewThreshold;

    UndoDecision(long reviewThreshold) {
        this.reviewThreshold = reviewThreshold;
    }

    /** The row for a level, given what the platform has now; empty where it does not know the item. */
    PlanRow decide(PastLevel past, Optional<StockLevel> now) {
        Optional<Quantity> remote = now.flatMap(level -> level.figure(past.figure()));
        Optional<Reason> left = past.left().or(() -> left(past, now, remote));
        if (past.then().isEmpty() && remote.isEmpty()) {
            // It had no level then and has none now.
            return row(past, now, Action.KEEP, Reason.CHANGED, Hold.FREE);
        }
        if (left.isPresent()) {
            return row(past, now, Action.SKIP, left.get(), Hold.FREE);
        }
        Quantity then = past.then().orElseThrow();
        if (remote.orElseThrow().equals(then)) {
            return row(past, now, Action.KEEP, Reason.CHANGED, Hold.FREE);
        }
        if (past.expected().isPresent() && !past.expected().equals(remote)) {
            return row(past, now, Action.SKIP, Reason.CHANGED_SINCE, Hold.FREE);
        }
        boolean tooMuch = then.minus(remote.get()).abs().compareTo(Quantity.of(reviewThreshold)) > 0;
        return tooMuch
                ? row(past, now, Action.SET, Reason.OVER_THRESHOLD, Hold.HELD)
                : row(past, now, Action.SET, Reason.CHANGED, Hold.FREE);
    }

    private static Optional<Reason> left(PastLevel past, Optional<StockLevel> now, Optional<Quantity> remote) {
        if (past.then().isEmpty()) {
            return Optional.of(Reason.NOT_IN_BACKUP);
        }
        if (now.isEmpty()) {
            return Optional.of(Reason.ITEM_GONE);
        }
        if (!now.get().tracked()) {
            return Optional.of(Reason.NOT_TRACKED);
        }
        if (now.get().stocking() != Stocking.STOCKED) {
            return Optional.of(Reason.NOT_STOCKED_AT_LOCATION);
        }
        if (remote.isEmpty()) {
            return Optional.of(Reason.NO_LEVEL_AT_TARGET);
        }
        boolean fraction = remote.get().hasFraction() || past.then().get().hasFraction();
        return fraction ? Optional.of(Reason.OUT_OF_RANGE) : Optional.empty();
    }

    private static PlanRow row(PastLevel past, Optional<StockLevel> now, Action action, Reason reason, Hold hold) {
        return new PlanRow(
                past.key(),
                now.map(StockLevel::title).orElse(""),
                past.figure(),
                Optional.of(past.item()),
                Optional.of(past.item()),
                Optional.empty(),
                past.then(),
                now.flatMap(level -> level.figure(past.figure())),
                action == Action.SKIP ? Optional.empty() : past.then(),
                action,
                reason,
                hold);
    }
}
