package io.tallyport.core.inventory;

import io.tallyport.core.history.RunId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Carries what each side of a route sold or received to the other.
 *
 * <p>What is open is settled first. Then, chunk by chunk: both sides are read anew, since a plan's figures may be older
 * than our last write; what they moved by is stored as owed, in one unit of work with the figures it was reckoned from;
 * and what is owed is written under an intent, first at the target, then at the source.
 */
final class MergeApply {

    /** A lost answer leaves all of a write's rows waiting, so few go together. */
    private static final int MOST_LINES = 50;

    private final ApplyStores stores;
    private final PlanFiles files;
    private final StockPlan plan;
    private final MergeBook book;
    private final MergePairs pairs;
    private final MergeReader reader;
    private final MergeCheck check;
    private final MergeTargetWriter atTarget;
    private final MergeSourceWriter atSource;
    private final MergeSettling settling;
    private final MergeLease lease;
    private final ApplyTally tally;
    private final Progress progress;
    private final int lines;
    private final List<PlanRow> waiting = new ArrayList<>();
    private int chunks;
    private long seen;
    private Optional<ApplyStop> stopped = Optional.empty();

    MergeApply(
            ApplyStores stores,
            PlanFiles files,
            StockPlan plan,
            RunId run,
            RouteEnds ends,
            ApplyTally tally,
            MergeLease lease,
            boolean strict,
            Progress progress,
            Clock clock) {
        this.stores = stores;
        this.files = files;
        this.plan = plan;
        this.tally = tally;
        this.lease = lease;
        this.progress = progress;
        PlanHeader header = plan.header();
        StockAdjuster adjuster = ends.adjuster();
        InventorySink sink = ends.keyedWriter();
        this.book = new MergeBook(stores, header, run, tally, clock);
        this.pairs = new MergePairs(stores, header, book);
        this.reader = new MergeReader(header, ends.source(), ends.targetReader(), book);
        this.check = new MergeCheck(header.policy(), strict, plan.counts().toZero());
        MergeFailures failures = new MergeFailures();
        this.atTarget = new MergeTargetWriter(sink, reader, book, lease, failures);
        this.atSource = new MergeSourceWriter(adjuster, check, book, lease, failures);
        this.settling = new MergeSettling(stores, header, run, sink, adjuster, clock);
        this.lines = Math.min(MOST_LINES, Math.min(sink.maxLines(), adjuster.maxLines()));
    }

    /** Settles what is open. */
    void settle() {
        settling.settle(lease);
    }

    /** Carries what the plan in {@code file} says; empty when it came to its end. */
    Optional<ApplyStop> apply(Path file) {
        files.rows(file, this::take);
        flush(1);
        return stopped;
    }

    private void take(PlanRow row) {
        if (!row.action().isWrite()) {
            return;
        }
        progress.at("applying", ++seen, OptionalLong.of(plan.counts().changes()));
        if (row.isHeld()) {
            tally.noTurn(row, Reason.NOT_APPROVED);
        } else if (row.merge().isEmpty()) {
            // A plain figure would count as a sale or a receipt, and be carried to the other side.
            tally.noTurn(row, Reason.REFUSED);
        } else if (stopped.isEmpty()) {
            waiting.add(row);
            flush(lines);
        }
    }

    private void flush(int size) {
        if (waiting.size() < size || waiting.isEmpty() || stopped.isPresent()) {
            return;
        }
        List<PlanRow> rows = List.copyOf(waiting);
        waiting.clear();
        try {
            carry(rows);
        } catch (ApplyStop stop) {
            stopped = Optional.of(stop);
        } catch (PortException failed) {
            stopped = Optional.of(ChunkWriter.stop(failed));
        }
    }

    private void carry(List<PlanRow> rows) {
        lease.check();
        List<MergeRow> all = new ArrayList<>();
        for (MergeRow row : pairs.begin(rows)) {
            if (isBegunOnly(row.plan())) {
                tally.merged(row.level().targetItem());
            } else {
                all.add(row);
            }
        }
        findOpen(all);
        reader.read(MergeSide.SOURCE, readable(all, MergeSide.SOURCE));
        reader.read(MergeSide.TARGET, readable(all, MergeSide.TARGET));
        List<MergeRow> live = new ArrayList<>();
        for (MergeRow row : all) {
            if (!row.isLeft() && passes(row)) {
                live.add(row);
            }
        }
        book.take(live);
        int chunk = 2 * chunks++;
        atTarget.write(chunk, live);
        atSource.write(chunk + 1, live);
        book.end(live);
    }

    /** A baseline that owes nothing: both sides need not be asked again for it, which can be a request for each row. */
    private static boolean isBegunOnly(PlanRow row) {
        return row.action() == Action.BASELINE
                && row.merge().orElseThrow().toTarget().isZero();
    }

    private boolean passes(MergeRow row) {
        Optional<Reason> refusal = check.refusal(row, row.taken());
        refusal.ifPresent(reason -> book.left(
                row,
                reason,
                "planned " + row.plan().merge().orElseThrow().toSource() + " to the source and "
                        + row.plan().merge().orElseThrow().toTarget() + " to the target, now "
                        + row.due(MergeSide.SOURCE, row.taken()) + " and "
                        + row.due(MergeSide.TARGET, row.taken())));
        return refusal.isEmpty();
    }

    private void findOpen(List<MergeRow> rows) {
        for (MergeSide side : MergeSide.values()) {
            Map<ExternalId, OpenWrite> open = new HashMap<>();
            stores.merge()
                    .open()
                    .at(
                            side.at(plan.header()),
                            rows.stream().map(row -> side.item(row.level())).toList())
                    .forEach(write -> open.put(write.item(), write));
            for (MergeRow row : rows) {
                OpenWrite write = open.get(side.item(row.level()));
                if (write != null && write.route().equals(plan.header().route())) {
                    row.await(side);
                } else if (write != null) {
                    row.block(side);
                }
            }
        }
    }

    private static List<MergeRow> readable(List<MergeRow> rows, MergeSide side) {
        return rows.stream()
                .filter(row -> !row.isLeft() && !row.isAwaiting(side))
                .toList();
    }
}
