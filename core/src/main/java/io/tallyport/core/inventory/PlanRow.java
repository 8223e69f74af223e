package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import java.util.Optional;

/**
 * One line of a plan: what was seen on both sides, what is wanted, what would be done and why.
 *
 * @param key what people call it: the SKU, or the item's id where it has none
 * @param title for people
 * @param figure which of the target's figures is meant
 * @param sourceItem empty where only the target has it
 * @param targetItem empty where only the source has it
 * @param acknowledged the figure both sides were last known to agree on
 * @param local the source's figure as read, negative and fractional as it may be
 * @param remote the target's figure as read
 * @param desired what the target's figure should be, in whole units
 * @param rule how many units it offers of what the source has; apply goes by it as planning did
 */
public record PlanRow(
        String key,
        String title,
        StockFigure figure,
        Optional<ExternalId> sourceItem,
        Optional<ExternalId> targetItem,
        Optional<Quantity> acknowledged,
        Optional<Quantity> local,
        Optional<Quantity> remote,
        Optional<Quantity> desired,
        Action action,
        Reason reason,
        Hold hold,
        QuantityRule rule) {

    /** A row that no rule is about. */
    public PlanRow(
            String key,
            String title,
            StockFigure figure,
            Optional<ExternalId> sourceItem,
            Optional<ExternalId> targetItem,
            Optional<Quantity> acknowledged,
            Optional<Quantity> local,
            Optional<Quantity> remote,
            Optional<Quantity> desired,
            Action action,
            Reason reason,
            Hold hold) {
        this(
                key,
                title,
                figure,
                sourceItem,
                targetItem,
                acknowledged,
                local,
                remote,
                desired,
                action,
                reason,
                hold,
                QuantityRule.PLAIN);
    }

    /** Whether apply writes it as it stands. */
    public boolean isReleased() {
        return action.isWrite() && hold != Hold.HELD;
    }

    /** Whether a person must approve it first. */
    public boolean isHeld() {
        return action.isWrite() && hold == Hold.HELD;
    }

    /** The same row under another hold. */
    public PlanRow with(Hold other) {
        return new PlanRow(
                key,
                title,
                figure,
                sourceItem,
                targetItem,
                acknowledged,
                local,
                remote,
                desired,
                action,
                reason,
                other,
                rule);
    }
}
