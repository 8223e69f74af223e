package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final ChunkWriter writer;
    private final OpenIntents earlier;
    private final LeaseKeeper lease;
    private final Progress progress;
    private final InventorySource target;
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
        this.target = ends.targetReader();
        this.sink = ends.targetWriter();
        this.writer = new ChunkWriter(plan.header(), sink, target, watch, rebase, journal, lease);
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
            journal.noTurn(row, Reason.NOT_APPROVED);
        } else if (earlier.undecided().contains(item)) {
            journal.noTurn(row, Reason.AMBIGUOUS);
        } else if (before.isPresent()) {
            journal.doneEarlier(item);
            writer.wroteEarlier(row, before.get());
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
        journal.inStep(inStep);
        writer.write(number, pending);
        if (canary > 0) {
            canary = checkCanary(pending) ? 0 : canary;
        }
    }

    private void sort(Pending ready, List<Pending> pending, List<Pending> inStep) {
        Optional<Quantity> local = watch.local(ready.row());
        if (local.isEmpty()) {
            journal.left(List.of(ready), Reason.NO_LEVEL_AT_SOURCE, "its level at the source is gone");
            return;
        }
        writer.decide(ready, local.get(), ready.from(), pending, inStep);
    }

    private Optional<Pending> prepare(int number, PlanRow row) {
        if (row.action() == Action.SET) {
            return Optional.of(planned(row));
        }
        return activate(number, row);
    }

    private Optional<Pending> activate(int number, PlanRow row) {
        ExternalId location = plan.header().target().location();
        ExternalId item = row.targetItem().orElseThrow();
        lease.check();
        Intent intent = journal.begin(number, ApplyJournal.ACTIVATE, location + "\t" + item, List.of());
        StockLevel level;
        try {
            level = sink.activate(location, item, intent.key());
        } catch (PortException.UnknownOutcome | PortException.Protocol unknown) {
            journal.unknown(intent, List.of(), unknown.describe());
            journal.noTurn(row, Reason.AMBIGUOUS);
            return Optional.empty();
        } catch (PortException failed) {
            journal.notApplied(intent, failed.describe());
            if (failed.kind() != PortException.Kind.REJECTED || WriteGate.refused(failed)) {
                throw failed;
            }
            journal.noTurn(row, Reason.REFUSED);
            return Optional.empty();
        }
        journal.applied(intent, List.of(), "activated");
        Optional<Quantity> remote = level.figure(row.figure());
        if (remote.isEmpty()) {
            journal.noTurn(row, Reason.NO_LEVEL_AT_TARGET);
            return Optional.empty();
        }
        Quantity local = row.local().orElseThrow();
        Rebase.Seen base = new Rebase.Seen(local, remote.get(), false);
        return Optional.of(new Pending(
                withRemote(row), base, local, remote.get(), row.desired().orElseThrow()));
    }

    /** A level that was not there has nothing, as far as the plan could show. */
    private static PlanRow withRemote(PlanRow row) {
        return new PlanRow(
                row.key(),
                row.title(),
                row.figure(),
                row.sourceItem(),
                row.targetItem(),
                row.acknowledged(),
                row.local(),
                row.remote().or(() -> Optional.of(Quantity.ZERO)),
                row.desired(),
                row.action(),
                row.reason(),
                row.hold());
    }

    private static Pending planned(PlanRow row) {
        Rebase.Seen base = Rebase.Seen.planned(row);
        return new Pending(row, base, base.local(), base.remote(), row.desired().orElseThrow());
    }

    /** Reads back what was written; false when nothing was, which proves nothing. */
    private boolean checkCanary(List<Pending> chunkRows) {
        List<Pending> written =
                chunkRows.stream().filter(row -> !journal.isLeft(row.item())).toList();
        if (written.isEmpty()) {
            return false;
        }
        Map<ExternalId, StockLevel> fresh = new HashMap<>();
        target.levelsOf(
                        plan.header().target().location(),
                        written.stream().map(Pending::item).toList())
                .forEach(level -> fresh.put(level.item(), level));
        for (Pending row : written) {
            StockLevel level = fresh.get(row.item());
            Optional<Quantity> now =
                    level == null ? Optional.empty() : level.figure(row.row().figure());
            Quantity set = SourceStock.wanted(writer.usedLocal(row.row()));
            if (!now.equals(Optional.of(set))) {
                throw new ApplyStop(
                        RunState.FAILED,
                        Reason.STOPPED,
                        "canary: " + row.row().key() + " was set to " + set + " and reads "
                                + now.map(Object::toString).orElse("nothing"));
            }
        }
        return true;
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
                    behind(withRemote(row)).ifPresent(next::add);
                }
            });
        }
        List<Pending> writes = new ArrayList<>();
        for (Pending row : next) {
            Quantity local = watch.local(row.row()).orElseThrow();
            writer.decide(row, local, row.from(), writes, new ArrayList<>());
        }
        for (int from = 0; from < writes.size(); from += sink.maxLines()) {
            writer.write(chunks++, writes.subList(from, Math.min(writes.size(), from + sink.maxLines())));
        }
        return !writes.isEmpty();
    }

    /** A written row whose source has moved since. */
    private Optional<Pending> behind(PlanRow row) {
        ExternalId item = row.targetItem().orElseThrow();
        Quantity usedLocal = writer.usedLocal(row);
        Optional<Quantity> local = watch.local(row);
        if (journal.isLeft(item) || local.isEmpty() || local.get().equals(usedLocal)) {
            return Optional.empty();
        }
        Quantity written = SourceStock.wanted(usedLocal);
        return Optional.of(new Pending(row, new Rebase.Seen(usedLocal, written, true), usedLocal, written, written));
    }
}
