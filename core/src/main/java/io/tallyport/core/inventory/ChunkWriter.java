package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.PortException;
import java.util.List;
import java.util.Optional;

/**
 * Writes one chunk of rows: an intent, one compare-and-set, its outcome. A chunk that the platform refuses for one line's
 * sake is read again, decided again row by row, and sent again as a new generation without the lines that moved.
 */
final class ChunkWriter {

    private static final int MOST_FAILED_CHUNKS = 3;

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
        WriteBatches<Pending> work =
                new WriteBatches<>(rows, (row, reason, message) -> journal.left(List.of(row), reason, message));
        for (var batch = work.next(); batch.isPresent(); batch = work.next()) {
            send(chunk, batch.get(), work);
        }
    }

    private void send(int chunk, WriteBatches.Batch<Pending> batch, WriteBatches<Pending> work) {
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
            case STALE -> work.again(decisions.afterStale(intent, batch.rows()), batch.tries());
            case REFUSED -> {
                journal.notApplied(intent, "refused: " + answer.get().problems());
                work.refused(batch, answer.get().problems());
            }
            case KEY_SPENT -> {
                journal.notApplied(intent, "the key was spent by a failed try");
                work.again(batch.rows(), batch.tries());
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
}
