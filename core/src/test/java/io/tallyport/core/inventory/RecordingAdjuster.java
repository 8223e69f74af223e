package io.tallyport.core.inventory;

import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to the levels of a shop in memory and records it, as a platform without idempotency keys does. */
final class RecordingAdjuster implements StockAdjuster {

    /** What becomes of an adjustment. */
    enum Fate {
        ANSWERED,
        LOST_BEFORE,
        LOST_AFTER,
        /** Our program ends with it. */
        KILLED_AFTER,
        REFUSED
    }

    Fate fate = Fate.ANSWERED;
    /** Whether a lost write can land no more. */
    boolean settled = true;

    final List<StockAdjustment.Line> done = new ArrayList<>();
    private final InMemoryShop shop;

    RecordingAdjuster(InMemoryShop shop) {
        this.shop = shop;
    }

    @Override
    public int maxLines() {
        return 10;
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public Optional<Watermark> mark(ExternalId location) {
        return Optional.of(new Watermark("done " + done.size()));
    }

    @Override
    public AdjustOutcome adjust(StockAdjustment adjustment) {
        if (fate == Fate.LOST_BEFORE) {
            throw new PortException.UnknownOutcome(FailureContext.of("adjust"), "cut before", null);
        }
        if (fate == Fate.REFUSED) {
            return new AdjustOutcome(adjustment.lines().stream()
                    .map(line -> new AdjustOutcome.Line(
                            line.item(),
                            Quantity.ZERO,
                            false,
                            Optional.of(new AdjustOutcome.Problem(Reason.REFUSED, PlanErrors.CANNOT, "no"))))
                    .toList());
        }
        adjustment.lines().forEach(line -> {
            shop.change(line.item().value(), line.by().toWholeUnits());
            done.add(line);
        });
        if (fate == Fate.LOST_AFTER) {
            throw new PortException.UnknownOutcome(FailureContext.of("adjust"), "cut after", null);
        }
        if (fate == Fate.KILLED_AFTER) {
            throw new IllegalStateException("killed");
        }
        return new AdjustOutcome(adjustment.lines().stream()
                .map(line -> new AdjustOutcome.Line(line.item(), line.by(), false, Optional.empty()))
                .toList());
    }

    @Override
    public AdjustProof prove(StockAdjustment adjustment, Instant sent) {
        int mark = Integer.parseInt(adjustment.after().orElseThrow().value().substring("done ".length()));
        List<StockAdjustment.Line> since = done.subList(mark, done.size());
        Map<ExternalId, Verdict> verdicts = new HashMap<>();
        adjustment
                .lines()
                .forEach(line -> verdicts.put(
                        line.item(),
                        since.contains(line) ? Verdict.DONE : settled ? Verdict.NOT_DONE : Verdict.UNPROVEN));
        return new AdjustProof(verdicts);
    }
}
