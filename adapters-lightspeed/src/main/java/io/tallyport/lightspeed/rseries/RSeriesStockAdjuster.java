package io.tallyport.lightspeed.rseries;

import io.tallyport.core.inventory.AdjustOutcome;
import io.tallyport.core.inventory.AdjustProof;
import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.inventory.StockAdjustment;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Adds a difference by setting a level to what was seen plus the difference, and by reading the log of what changed.
 *
 * <p>R-Series takes absolute figures only and compares nothing. A sale between our look and our setting is overwritten,
 * found in the log at once, and put right by another setting; should our program end in between, {@link #prove} finds it
 * later. It takes no figure below zero: what could not be taken away is reported, and stays owed. In the log a figure that
 * we set looks as one that a person set; so a person who changes the very item by the very difference while an answer of
 * ours is lost can be taken for us.
 */
final class RSeriesStockAdjuster implements StockAdjuster {

    private final RSeriesShops shops;
    private final ItemLevels levels;
    private final StockLog log;
    private final Duration settle;
    private final Clock clock;

    RSeriesStockAdjuster(RSeriesShops shops, ItemLevels levels, StockLog log, Duration settle, Clock clock) {
        this.shops = shops;
        this.levels = levels;
        this.log = log;
        this.settle = settle;
        this.clock = clock;
    }

    /** Each item is a request of its own. */
    @Override
    public int maxLines() {
        return 1;
    }

    @Override
    public boolean exact() {
        return false;
    }

    @Override
    public Optional<Watermark> mark(ExternalId location) {
        shops.require(location);
        return Optional.of(log.end());
    }

    @Override
    public AdjustOutcome adjust(StockAdjustment adjustment) {
        shops.require(adjustment.location());
        return new AdjustOutcome(List.of(new AdjustRounds(levels, adjustment.location(), only(adjustment)).run()));
    }

    private static StockAdjustment.Line only(StockAdjustment adjustment) {
        if (adjustment.lines().size() != 1) {
            throw new IllegalArgumentException("R-Series takes one line at a time");
        }
        return adjustment.lines().get(0);
    }

    @Override
    public AdjustProof prove(StockAdjustment adjustment, Instant sent) {
        StockAdjustment.Line line = only(adjustment);
        boolean settled = !clock.instant().isBefore(sent.plus(settle));
        Optional<Long> mark = adjustment.after().flatMap(StockLog::position);
        if (mark.isEmpty()) {
            return proof(line, Verdict.UNPROVEN);
        }
        Supplier<List<LogEntry>> since = () -> log.after(mark.get(), adjustment.location(), line.item());
        AdjustProof proof = judge(line, since.get(), settled);
        if (proof.verdicts().containsValue(Verdict.NOT_DONE)) {
            return judge(line, since.get(), true);
        }
        boolean open = settled && proof.verdicts().containsValue(Verdict.UNPROVEN);
        return open ? clipped(adjustment.location(), line, since).orElse(proof) : proof;
    }

    /** A setting to zero, since there is nothing below. A sale between the two readings leaves it open till next time. */
    private Optional<AdjustProof> clipped(ExternalId shop, StockAdjustment.Line line, Supplier<List<LogEntry>> since) {
        return levels.look(shop, line.item())
                .qoh()
                .flatMap(level -> LogReading.takenToZero(since.get(), level, line.by()))
                .map(really -> done(line, really));
    }

    /** While another setting of ours may still land, only the whole difference is proof. */
    private static AdjustProof judge(StockAdjustment.Line line, List<LogEntry> entries, boolean settled) {
        if (!LogReading.anySet(entries)) {
            return proof(line, settled ? Verdict.NOT_DONE : Verdict.UNPROVEN);
        }
        if (LogReading.setInAll(entries).equals(line.by())) {
            return proof(line, Verdict.DONE);
        }
        Optional<Quantity> ours = settled ? LogReading.ours(entries, line.by()) : Optional.empty();
        return ours.map(really -> done(line, really)).orElseGet(() -> proof(line, Verdict.UNPROVEN));
    }

    private static AdjustProof done(StockAdjustment.Line line, Quantity really) {
        return new AdjustProof(Map.of(line.item(), Verdict.DONE), Map.of(line.item(), really));
    }

    private static AdjustProof proof(StockAdjustment.Line line, Verdict verdict) {
        return new AdjustProof(Map.of(line.item(), verdict));
    }
}
