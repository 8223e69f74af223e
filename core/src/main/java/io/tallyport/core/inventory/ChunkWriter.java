package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.PortException;
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
    private final RowDecisions decisions;
    private final ApplyJournal journal;
    private final LeaseKeeper lease;
    private int failedChunks;

    ChunkWriter(PlanHeader plan, InventorySink sink, RowDecisions decisions, ApplyJournal journal, LeaseKeeper lease) {
        this.plan = plan;
        this.sink = sink;
        this.decisions = decisions;
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
            case STALE -> again(decisions.afterStale(intent, batch.rows()), batch.tries(), work);
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
