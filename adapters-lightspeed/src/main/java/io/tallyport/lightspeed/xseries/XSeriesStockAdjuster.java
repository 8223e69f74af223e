package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.inventory.AdjustOutcome;
import io.tallyport.core.inventory.AdjustProof;
import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.inventory.StockAdjustment;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds differences by stock adjustments under two custom reasons that nobody else uses.
 *
 * <p>X-Series adds by itself, so no sale is lost, and knows no idempotency key. What became of an adjustment is therefore
 * looked up by reason, product, outlet and quantity among those after a mark, a version of the retailer's one counter:
 * equal adjustments before the mark are not taken for it, whatever the clocks say. Absence is proven by two readings to
 * the empty page, once a lost write can no longer land. Rests on the vendor's API 2026-07 reference for inventory.
 */
final class XSeriesStockAdjuster implements StockAdjuster {

    /** The platform takes a thousand; fewer keep a refusal, and a lost answer, small. */
    private static final int MOST_LINES = 200;

    private static final String MARK = "adjustments ";
    private static final String CUSTOM = "CUSTOM";
    private static final int OVERLOADED = 503;

    private final AdjustReasons reasons;
    private final Duration settle;
    private final XSeriesOutlets outlets;
    private final AdjustmentFeed feed;
    private final Clock clock;
    private final AtomicLong newest = new AtomicLong(-1);

    XSeriesStockAdjuster(
            AdjustReasons reasons, Duration settle, XSeriesOutlets outlets, AdjustmentFeed feed, Clock clock) {
        this.reasons = reasons;
        this.settle = settle;
        this.outlets = outlets;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public int maxLines() {
        return MOST_LINES;
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public Optional<Watermark> mark(ExternalId location) {
        reasons.required();
        outlets.require(location);
        long from = newest.get() >= 0 ? newest.get() : feed.newestStock();
        List<AdjustmentWire> seen = after(from);
        long mark = seen.stream()
                .map(AdjustmentWire::version)
                .mapToLong(version -> version == null ? from : version)
                .max()
                .orElse(from);
        newest.accumulateAndGet(mark, Math::max);
        return Optional.of(new Watermark(MARK + mark));
    }

    @Override
    public AdjustOutcome adjust(StockAdjustment adjustment) {
        AdjustOptions.Reasons ours = reasons.required();
        outlets.require(adjustment.location());
        return new AdjustOutcome(sent(adjustment.location(), adjustment.lines(), ours));
    }

    /** A refusal is of the whole request; so it is cut in halves until the line that is meant stands alone. */
    private List<AdjustOutcome.Line> sent(
            ExternalId outlet, List<StockAdjustment.Line> lines, AdjustOptions.Reasons ours) {
        try {
            create(outlet, lines, ours);
            return lines.stream()
                    .map(line -> new AdjustOutcome.Line(line.item(), line.by(), false, Optional.empty()))
                    .toList();
        } catch (PortException.Rejected refused) {
            if (WriteGate.refused(refused)) {
                throw refused;
            }
            ensureReasonsFit(refused);
            if (lines.size() == 1) {
                return List.of(refused(lines.get(0), refused));
            }
            List<AdjustOutcome.Line> outcomes = new ArrayList<>(sent(outlet, lines.subList(0, lines.size() / 2), ours));
            outcomes.addAll(rest(outlet, lines.subList(lines.size() / 2, lines.size()), ours, outcomes));
            return outcomes;
        }
    }

    /** When an earlier part was done, no failure of a later one may say that nothing was. */
    private List<AdjustOutcome.Line> rest(
            ExternalId outlet,
            List<StockAdjustment.Line> lines,
            AdjustOptions.Reasons ours,
            List<AdjustOutcome.Line> earlier) {
        try {
            return sent(outlet, lines, ours);
        } catch (PortException failed) {
            if (earlier.stream().allMatch(line -> line.applied().isZero())) {
                throw failed;
            }
            throw new PortException.UnknownOutcome(
                    failed.context(), "a part of it was done: " + failed.getMessage(), failed);
        }
    }

    private void create(ExternalId outlet, List<StockAdjustment.Line> lines, AdjustOptions.Reasons ours) {
        List<AdjustmentWire.Line> asked = lines.stream()
                .map(line -> new AdjustmentWire.Line(
                        line.item().value(),
                        outlet.value(),
                        line.by().toString(),
                        CUSTOM,
                        ours.of(line.by().signum())))
                .toList();
        try {
            feed.create(new AdjustmentWire.Request(asked));
        } catch (PortException.Transient failed) {
            if (failed.context().vendorStatus().orElse(0) != OVERLOADED) {
                throw failed;
            }
            // Whoever answered for the platform need not know whether it was done before.
            throw new PortException.UnknownOutcome(failed.context(), "overloaded, it may have been done", failed);
        }
    }

    private void ensureReasonsFit(PortException.Rejected refused) {
        List<String> problems = reasons.problems();
        if (!problems.isEmpty()) {
            throw new PortException.Rejected(
                    refused.context().withCode(XSeriesErrors.ADJUST_REASON_UNFIT), String.join("; ", problems));
        }
    }

    private static AdjustOutcome.Line refused(StockAdjustment.Line line, PortException.Rejected refused) {
        ErrorCode code = XSeriesErrors.ADJUSTMENT_REFUSED;
        return new AdjustOutcome.Line(
                line.item(),
                Quantity.ZERO,
                false,
                Optional.of(new AdjustOutcome.Problem(Reason.REFUSED, code, String.valueOf(refused.getMessage()))));
    }

    @Override
    public AdjustProof prove(StockAdjustment adjustment, Instant sent) {
        AdjustOptions.Reasons ours = reasons.required();
        Optional<Long> mark = adjustment.after().map(Watermark::value).flatMap(XSeriesStockAdjuster::version);
        boolean settled = !clock.instant().isBefore(sent.plus(settle));
        Map<ExternalId, Verdict> verdicts = new HashMap<>();
        adjustment.lines().forEach(line -> verdicts.put(line.item(), Verdict.UNPROVEN));
        if (mark.isEmpty()) {
            return new AdjustProof(verdicts);
        }
        judge(adjustment, ours, after(mark.get()), settled, verdicts);
        if (verdicts.containsValue(Verdict.NOT_DONE)) {
            judge(adjustment, ours, after(mark.get()), true, verdicts);
        }
        return new AdjustProof(verdicts);
    }

    private static void judge(
            StockAdjustment adjustment,
            AdjustOptions.Reasons ours,
            List<AdjustmentWire> seen,
            boolean settled,
            Map<ExternalId, Verdict> verdicts) {
        for (StockAdjustment.Line line : adjustment.lines()) {
            long found = seen.stream()
                    .filter(row -> isOf(row, line, adjustment.location(), ours))
                    .count();
            if (found == 1) {
                verdicts.put(line.item(), Verdict.DONE);
            } else if (found == 0) {
                verdicts.put(line.item(), settled ? Verdict.NOT_DONE : Verdict.UNPROVEN);
            } else {
                verdicts.put(line.item(), Verdict.UNPROVEN);
            }
        }
    }

    private static boolean isOf(
            AdjustmentWire row, StockAdjustment.Line line, ExternalId outlet, AdjustOptions.Reasons ours) {
        return line.item().value().equalsIgnoreCase(row.productId())
                && outlet.value().equalsIgnoreCase(row.outletId())
                && ours.of(line.by().signum()).equalsIgnoreCase(row.customReasonId())
                && row.quantity() != null
                && line.by().equals(Quantity.parse(row.quantity()));
    }

    private List<AdjustmentWire> after(long version) {
        List<AdjustmentWire> all = new ArrayList<>();
        VersionPage<AdjustmentWire> page = feed.page(version);
        while (!page.isEnd()) {
            all.addAll(page.rows());
            page = feed.page(page.last());
        }
        return all;
    }

    private static Optional<Long> version(String mark) {
        return mark.matches(MARK + "[0-9]{1,18}")
                ? Optional.of(Long.valueOf(mark.substring(MARK.length())))
                : Optional.empty();
    }
}
