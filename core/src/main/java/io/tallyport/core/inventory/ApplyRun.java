package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** One pass over the rows of a plan, chunk by chunk, and a last look at what moved behind it. */
final class ApplyRun {

    /** How often the last look is repeated while the till keeps selling. */
    private static final int LAST_LOOKS = 3;

    private final StockPlan plan;
    private final ApplyJournal journal;
    private final SourceWatch watch;
    private final RowDecisions decisions;
    private final ChunkWriter writer;
    private final Activation activation;
    private final Canary readBack;
    private final OpenIntents earlier;
    private final LeaseKeeper lease;
    private final Progress progress;
    private final InventorySink sink;
    private final List<PlanRow> chunk = new ArrayList<>();
    private int canary;
    private int chunks;
    private long seen;
    private Optional<ApplyStop> stopped = Optional.empty();

    ApplyRun(
            StockPlan plan,
            RouteEnds ends,
            ApplyJournal journal,
            SourceWatch watch,
            Rebase rebase,
            OpenIntents earlier,
            LeaseKeeper lease,
            int canary,
            Progress progress) {
        this.plan = plan;
        this.journal = journal;
        this.watch = watch;
        this.earlier = earlier;
        this.lease = lease;
        this.canary = canary;
        this.progress = progress;
        InventorySource target = ends.targetReader();
        this.sink = ends.targetWriter();
        this.decisions = new RowDecisions(plan.header(), target, watch, rebase, journal);
        this.writer = new ChunkWriter(plan.header(), sink, decisions, journal, lease);
        this.activation = new Activation(plan.header().target().location(), sink, journal, lease);
        this.readBack = new Canary(plan.header().target().location(), target, journal, decisions);
    }

    /** Takes the next row; after a stop none is written any more. */
    void take(PlanRow row) {
        if (!row.action().isWrite()) {
            return;
        }
        progress.at("applying", ++seen, OptionalLong.of(plan.counts().changes()));
        ExternalId item = row.targetItem().orElseThrow();
        Optional<Quantity> before = earlier.written(item);
        if (row.isHeld()) {
            journal.tally().noTurn(row, Reason.NOT_APPROVED);
        } else if (earlier.undecided().contains(item)) {
            journal.tally().noTurn(row, Reason.AMBIGUOUS);
        } else if (before.isPresent()) {
            journal.tally().doneEarlier(item);
            decisions.wroteEarlier(row, before.get());
        } else if (stopped.isEmpty()) {
            chunk.add(row);
            flush(canary > 0 ? Math.min(canary, sink.maxLines()) : sink.maxLines());
        }
    }

    /** Writes what is left of the last chunk. */
    void finish() {
        flush(1);
    }

    Optional<ApplyStop> stopped() {
        return stopped;
    }

    private void flush(int size) {
        if (chunk.size() < size || chunk.isEmpty() || stopped.isPresent()) {
            return;
        }
        List<PlanRow> rows = List.copyOf(chunk);
        chunk.clear();
        try {
            writeChunk(rows);
        } catch (ApplyStop stop) {
            stopped = Optional.of(stop);
        } catch (PortException failed) {
            stopped = Optional.of(ChunkWriter.stop(failed));
        }
    }

    private void writeChunk(List<PlanRow> rows) {
        lease.check();
        watch.look();
        int number = chunks++;
        List<Pending> pending = new ArrayList<>();
        List<Pending> inStep = new ArrayList<>();
        for (PlanRow row : rows) {
            prepare(number, row).ifPresent(ready -> sort(ready, pending, inStep));
        }
        decisions.prove(inStep, pending);
        writer.write(number, pending);
        if (canary > 0) {
            canary = readBack.proves(pending) ? 0 : canary;
        }
    }

    private void sort(Pending ready, List<Pending> pending, List<Pending> inStep) {
        Optional<Quantity> local = watch.local(ready.row());
        if (local.isEmpty()) {
            journal.left(List.of(ready), Reason.NO_LEVEL_AT_SOURCE, "its level at the source is gone");
            return;
        }
        decisions.decide(ready, local.get(), ready.from(), pending, inStep);
    }

    private Optional<Pending> prepare(int number, PlanRow row) {
        if (row.action() == Action.SET) {
            return Optional.of(planned(row));
        }
        return activation.activate(number, row);
    }

    private static Pending planned(PlanRow row) {
        Rebase.Seen base = Rebase.Seen.planned(row);
        return new Pending(row, base, base.local(), base.remote(), row.desired().orElseThrow());
    }

    /** Carries over what the till sold while the rows were being written. */
    void lastLook(Consumer<Consumer<PlanRow>> rows) {
        for (int look = 0; look < LAST_LOOKS && stopped.isEmpty(); look++) {
            try {
                if (!followUp(rows)) {
                    return;
                }
            } catch (ApplyStop stop) {
                stopped = Optional.of(stop);
            } catch (PortException failed) {
                stopped = Optional.of(ChunkWriter.stop(failed));
            }
        }
    }

    private boolean followUp(Consumer<Consumer<PlanRow>> rows) {
        watch.lookNow();
        Set<ExternalId> changed = watch.changedItems();
        List<Pending> next = new ArrayList<>();
        if (!changed.isEmpty()) {
            rows.accept(row -> {
                if (row.isReleased() && changed.contains(row.sourceItem().orElseThrow())) {
                    behind(Activation.withRemote(row)).ifPresent(next::add);
                }
            });
        }
        List<Pending> writes = new ArrayList<>();
        for (Pending row : next) {
            Quantity local = watch.local(row.row()).orElseThrow();
            decisions.decide(row, local, row.from(), writes, new ArrayList<>());
        }
        for (int from = 0; from < writes.size(); from += sink.maxLines()) {
            writer.write(chunks++, writes.subList(from, Math.min(writes.size(), from + sink.maxLines())));
        }
        return !writes.isEmpty();
    }

    /** A written row whose source has moved since. */
    private Optional<Pending> behind(PlanRow row) {
        ExternalId item = row.targetItem().orElseThrow();
        Quantity usedLocal = decisions.usedLocal(row);
        Optional<Quantity> written = decisions.written(row);
        Optional<Quantity> wanted = watch.local(row).flatMap(row.rule()::wanted);
        if (journal.tally().isLeft(item) || written.isEmpty() || wanted.isEmpty() || wanted.equals(written)) {
            return Optional.empty();
        }
        Quantity now = written.get();
        return Optional.of(new Pending(row, new Rebase.Seen(usedLocal, now, true), usedLocal, now, now));
    }
}
