package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.inventory.AdjustOutcome;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockAdjustment;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * Adds one difference in as many rounds as the tills make necessary: look, set, see what really changed, and go on with
 * what is still owed. For one thread, once.
 */
final class AdjustRounds {

    private static final int MOST = 5;

    private final ItemLevels levels;
    private final ExternalId shop;
    private final StockAdjustment.Line line;
    private Quantity owed;
    private boolean repaired;

    AdjustRounds(ItemLevels levels, ExternalId shop, StockAdjustment.Line line) {
        this.levels = levels;
        this.shop = shop;
        this.line = line;
        this.owed = line.by();
    }

    AdjustOutcome.Line run() {
        for (int round = 0; round < MOST && !owed.isZero(); round++) {
            Optional<AdjustOutcome.Problem> problem = round();
            if (problem.isPresent()) {
                return told(problem);
            }
        }
        return told(
                owed.isZero()
                        ? Optional.empty()
                        : problem(
                                Reason.MOVED_AT_TARGET,
                                LightspeedErrors.MOVED_EACH_TIME,
                                "it moved at each of " + MOST + " tries; " + owed + " is still owed"));
    }

    private Optional<AdjustOutcome.Problem> round() {
        try {
            return tried();
        } catch (PortException.UnknownOutcome | PortException.Protocol unclear) {
            throw unclear;
        } catch (PortException failed) {
            return failed(failed);
        }
    }

    private Optional<AdjustOutcome.Problem> tried() {
        ItemLevels.Look seen = levels.look(shop, line.item());
        Optional<AdjustOutcome.Problem> impossible = impossible(seen);
        if (impossible.isPresent()) {
            return impossible;
        }
        Quantity qoh = seen.qoh().orElseThrow();
        Quantity wanted = qoh.plus(owed);
        Quantity figure = wanted.isNegative() ? Quantity.ZERO : wanted;
        boolean stays = qoh.isNegative() ? wanted.isNegative() : figure.equals(qoh);
        if (stays) {
            return problem(
                    Reason.OVERSOLD,
                    LightspeedErrors.BELOW_ZERO,
                    "the level is " + qoh + " and would be " + wanted + "; " + owed + " is still owed");
        }
        Quantity changed = levels.set(seen, qoh, figure);
        repaired |= !changed.equals(figure.minus(qoh));
        owed = owed.minus(changed);
        return Optional.empty();
    }

    private static Optional<AdjustOutcome.Problem> impossible(ItemLevels.Look seen) {
        Optional<StockLevel> level = seen.level();
        if (level.isEmpty()) {
            return problem(Reason.ITEM_GONE, LightspeedErrors.NOT_ADJUSTABLE, "there is no such item");
        }
        if (!level.get().tracked()) {
            return problem(Reason.NOT_TRACKED, LightspeedErrors.NOT_ADJUSTABLE, "its stock is not counted");
        }
        return seen.qoh().isEmpty()
                ? problem(
                        Reason.NOT_STOCKED_AT_LOCATION,
                        LightspeedErrors.NOT_ADJUSTABLE,
                        "it has no level at shop " + seen.shop())
                : Optional.empty();
    }

    /** Nothing was done by this round; but what earlier rounds did must be told, so it is no failure of the whole. */
    private Optional<AdjustOutcome.Problem> failed(PortException failed) {
        boolean refused = failed.kind() == PortException.Kind.REJECTED && !WriteGate.refused(failed);
        if (owed.equals(line.by()) && !repaired && !refused) {
            throw failed;
        }
        return problem(
                refused ? Reason.REFUSED : Reason.FAILED,
                failed.context().code().orElse(LightspeedErrors.UNAVAILABLE),
                failed.getMessage() + "; " + owed + " is still owed");
    }

    private AdjustOutcome.Line told(Optional<AdjustOutcome.Problem> problem) {
        return new AdjustOutcome.Line(line.item(), line.by().minus(owed), repaired, problem);
    }

    private static Optional<AdjustOutcome.Problem> problem(Reason reason, ErrorCode code, String message) {
        return Optional.of(new AdjustOutcome.Problem(reason, code, message));
    }
}
