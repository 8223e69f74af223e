package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one chunk of rows: an intent, one compare-and-set, its outcome. A chunk that the platform refuses for one line's
 * sake is read again, decided again row by row, and sent again as a new generation without the lines that moved.
 */
final class ChunkWriter {

    /** A chunk that stays stale though nothing seems to move is cut in halves from the third try on. */
    private static final int HALVE_AFTER = 2;

    private static final int MOST_TRIES = 6;
    private static final int MOST_FAILED_CHUNKS = 3;

    /** Rows that go together, and how often they have been tried. */
    private record Batch(List<Pending> rows, int tries) {}

    private final PlanHeader plan;
    private final InventorySink sink;
    private final InventorySource target;
    private final SourceWatch watch;
    private final Rebase rebase;
    private final ApplyJournal journal;
    private final Map<ExternalId, Quantity> carried = new HashMap<>();
    private final LeaseKeeper lease;
    private int failedChunks;

    ChunkWriter(
            PlanHeader plan,
            InventorySink sink,
            InventorySource target,
            SourceWatch watch,
            Rebase rebase,
            ApplyJournal journal,
            LeaseKeeper lease) {
        this.plan = plan;
        this.sink = sink;
        this.target = target;
        this.watch = watch;
        this.rebase = rebase;
        this.journal = journal;
        this.lease = lease;
    }

    /** Writes the rows, or says of each why not. */
    void write(int chunk, List<Pending> rows) {
        Deque<Batch> work = new ArrayDeque<>();
        work.add(new Batch(rows, 0));
        while (!work.isEmpty()) {
            Batch batch = work.pop();
            if (!batch.rows().isEmpty()) {
                send(chunk, batch, work);
            }
        }
    }

    private void send(int chunk, Batch batch, Deque<Batch> work) {
        lease.check();
        Optional<StockWrite> marked = marked(batch.rows());
        if (marked.isEmpty()) {
            return;
        }
        StockWrite write = marked.get();
        Intent intent = journal.begin(chunk, ApplyJournal.SET, write.canonical(), batch.rows());
        Optional<SetOutcome> answer = call(intent, write, batch.rows());
        if (answer.isEmpty()) {
            return;
        }
        failedChunks = 0;
        switch (answer.get().status()) {
            case APPLIED -> journal.applied(intent, batch.rows(), "written");
            case UNCHANGED -> journal.applied(intent, batch.rows(), "the target said it is so already");
            case STALE -> again(afterStale(intent, batch), batch.tries(), work);
            case REFUSED -> afterRefusal(intent, batch, answer.get(), work);
            case KEY_SPENT -> {
                journal.notApplied(intent, "the key was spent by a failed try");
                again(batch.rows(), batch.tries(), work);
            }
        }
    }

    /** The write, marked where it could not be repeated; empty where the platform could not be asked. */
    private Optional<StockWrite> marked(List<Pending> rows) {
        StockWrite write = new StockWrite(
                rows.get(0).row().figure(),
                plan.target().location(),
                "gid://tallyport/StockPlan/" + plan.id(),
                rows.stream().map(Pending::line).toList());
        try {
            return Optional.of(write.after(sink.proof().flatMap(proof -> proof.mark(write.location()))));
        } catch (PortException.Transient failed) {
            journal.left(rows, Reason.FAILED, failed.describe());
            failed(failed);
            return Optional.empty();
        } catch (PortException refused) {
            throw stop(refused);
        }
    }

    private Optional<SetOutcome> call(Intent intent, StockWrite write, List<Pending> rows) {
        try {
            return Optional.of(sink.set(write, intent.key()));
        } catch (PortException.UnknownOutcome | PortException.Protocol unknown) {
            // An answer that cannot be read does not say that nothing was done.
            journal.unknown(intent, rows, unknown.describe());
            return failed(unknown);
        } catch (PortException.Transient notDone) {
            journal.notApplied(intent, notDone.describe());
            journal.left(rows, Reason.FAILED, notDone.describe());
            return failed(notDone);
        } catch (PortException refused) {
            journal.notApplied(intent, refused.describe());
            throw stop(refused);
        }
    }

    private Optional<SetOutcome> failed(PortException why) {
        if (++failedChunks >= MOST_FAILED_CHUNKS) {
            throw new ApplyStop(
                    RunState.FAILED,
                    Reason.FAILED,
                    "the target failed " + failedChunks + " times in a row: " + why.describe(),
                    why);
        }
        return Optional.empty();
    }

    static ApplyStop stop(PortException refused) {
        boolean stopped = refused.context().code().equals(Optional.of(WriteGate.STOPPED));
        return new ApplyStop(
                stopped ? RunState.PARTIAL : RunState.FAILED,
                stopped ? Reason.STOPPED : Reason.FAILED,
                refused.describe(),
                refused);
    }

    private void again(List<Pending> rows, int tries, Deque<Batch> work) {
        if (rows.isEmpty()) {
            return;
        }
        if (tries + 1 >= MOST_TRIES && rows.size() == 1) {
            journal.left(rows, Reason.MOVED_AT_TARGET, "it moved at each of " + MOST_TRIES + " tries");
        } else if (tries + 1 > HALVE_AFTER && rows.size() > 1) {
            halve(rows, tries + 1, work);
        } else {
            work.push(new Batch(rows, tries + 1));
        }
    }

    private static void halve(List<Pending> rows, int tries, Deque<Batch> work) {
        int middle = rows.size() / 2;
        work.push(new Batch(rows.subList(middle, rows.size()), tries));
        work.push(new Batch(rows.subList(0, middle), tries));
    }

    /**
     * Sorts rows that need no write by what was planned and what the source says now: no compare-and-set will tell whether
     * the target has moved as well, so it is asked.
     */
    void prove(List<Pending> seeming, List<Pending> writes) {
        if (seeming.isEmpty()) {
            return;
        }
        Map<ExternalId, StockLevel> fresh = new HashMap<>();
        try {
            levels(seeming).forEach(level -> fresh.put(level.item(), level));
        } catch (PortException.Transient failed) {
            journal.left(seeming, Reason.FAILED, failed.describe());
            return;
        }
        List<Pending> inStep = new ArrayList<>();
        for (Pending row : seeming) {
            decideAgain(row, Optional.ofNullable(fresh.get(row.item())), writes, inStep);
        }
        journal.inStep(inStep);
    }

    private List<StockLevel> levels(List<Pending> rows) {
        return target.levelsOf(
                plan.target().location(), rows.stream().map(Pending::item).toList());
    }

    private List<Pending> afterStale(Intent intent, Batch batch) {
        Map<ExternalId, StockLevel> fresh = readAgain(intent, batch);
        List<Pending> next = new ArrayList<>();
        List<Pending> inStep = new ArrayList<>();
        for (Pending row : batch.rows()) {
            decideAgain(row, Optional.ofNullable(fresh.get(row.item())), next, inStep);
        }
        if (inStep.isEmpty()) {
            journal.notApplied(intent, "stale");
        } else {
            journal.undecided(intent, "stale, and " + inStep.size() + " rows have the wanted figure");
        }
        journal.inStep(inStep);
        return next;
    }

    private Map<ExternalId, StockLevel> readAgain(Intent intent, Batch batch) {
        Map<ExternalId, StockLevel> fresh = new HashMap<>();
        try {
            levels(batch.rows()).forEach(level -> fresh.put(level.item(), level));
            watch.lookNow();
        } catch (PortException failed) {
            journal.notApplied(intent, "stale, and not to be read again: " + failed.describe());
            throw failed;
        }
        return fresh;
    }

    private void decideAgain(Pending row, Optional<StockLevel> level, List<Pending> next, List<Pending> inStep) {
        Optional<Quantity> local = watch.local(row.row());
        Optional<Quantity> remote =
                level.flatMap(known -> known.figure(row.row().figure()));
        if (level.isEmpty()) {
            journal.left(List.of(row), Reason.ITEM_GONE, "the target does not know the item any more");
        } else if (level.get().stocking() != Stocking.STOCKED || remote.isEmpty()) {
            journal.left(List.of(row), Reason.NOT_STOCKED_AT_LOCATION, "its level was switched off meanwhile");
        } else if (local.isEmpty()) {
            journal.left(List.of(row), Reason.NO_LEVEL_AT_SOURCE, "its level at the source is gone");
        } else if (remote.get().hasFraction()) {
            journal.left(List.of(row), Reason.OUT_OF_RANGE, "the target has " + remote.get() + " now");
        } else {
            decide(row, local.get(), remote.get(), next, inStep);
        }
    }

    /** Holds a row against the figures as they are now, and sorts it. */
    void decide(Pending row, Quantity local, Quantity remote, List<Pending> next, List<Pending> inStep) {
        Rebase.Decision decision = rebase.decide(row.row(), row.base(), local, remote);
        switch (decision.verdict()) {
            case WRITE -> next.add(carry(row, local, decision));
            case IN_STEP -> inStep.add(carry(row, local, decision));
            case LEAVE ->
                journal.left(
                        List.of(row),
                        decision.reason(),
                        "source " + row.base().local() + " -> " + local + ", target "
                                + row.base().remote() + " -> " + remote);
        }
    }

    private Pending carry(Pending row, Quantity local, Rebase.Decision decision) {
        if (!local.equals(usedLocal(row.row()))) {
            carried.put(row.item(), local);
        }
        return new Pending(row.row(), row.base(), local, decision.from(), decision.to());
    }

    /** An earlier run has set the row to {@code figure}, which need not be what the plan says. */
    void wroteEarlier(PlanRow row, Quantity figure) {
        if (!figure.equals(SourceStock.wanted(usedLocal(row)))) {
            carried.put(row.targetItem().orElseThrow(), figure);
        }
    }

    /** The source's figure that the row's present target figure comes from. */
    Quantity usedLocal(PlanRow row) {
        return carried.getOrDefault(row.targetItem().orElseThrow(), row.local().orElseThrow());
    }

    private void afterRefusal(Intent intent, Batch batch, SetOutcome answer, Deque<Batch> work) {
        journal.notApplied(intent, "refused: " + answer.problems());
        Map<Integer, SetOutcome.LineProblem> problems = new HashMap<>();
        answer.problems().stream()
                .filter(problem ->
                        problem.line() >= 0 && problem.line() < batch.rows().size())
                .forEach(problem -> problems.putIfAbsent(problem.line(), problem));
        if (problems.isEmpty()) {
            if (batch.rows().size() == 1) {
                journal.left(batch.rows(), Reason.REFUSED, "the platform refused it without naming a line");
            } else {
                halve(batch.rows(), batch.tries(), work);
            }
            return;
        }
        List<Pending> good = new ArrayList<>();
        for (int i = 0; i < batch.rows().size(); i++) {
            SetOutcome.LineProblem problem = problems.get(i);
            if (problem == null) {
                good.add(batch.rows().get(i));
            } else {
                journal.left(List.of(batch.rows().get(i)), problem.reason(), problem.code() + " " + problem.message());
            }
        }
        work.push(new Batch(good, batch.tries()));
    }
}
