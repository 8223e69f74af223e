package io.tallyport.core.inventory;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries to the target what it is owed, in whole units: a compare-and-set from the figure that was just read. A target
 * that moved in between is read again, what it moved by is taken, and what it is owed is sent again from there.
 */
final class MergeTargetWriter {

    private static final int HALVE_AFTER = 2;
    private static final int MOST_TRIES = 6;

    /** Rows that go together, and how often they have been tried. */
    private record Batch(List<MergeRow> rows, int tries) {}

    private final InventorySink sink;
    private final MergeReader reader;
    private final MergeBook book;
    private final MergeLease lease;
    private final MergeFailures failures;

    MergeTargetWriter(
            InventorySink sink, MergeReader reader, MergeBook book, MergeLease lease, MergeFailures failures) {
        this.sink = sink;
        this.reader = reader;
        this.book = book;
        this.lease = lease;
        this.failures = failures;
    }

    void write(int chunk, List<MergeRow> rows) {
        Deque<Batch> work = new ArrayDeque<>();
        work.add(new Batch(rows, 0));
        while (!work.isEmpty()) {
            Batch batch = work.pop();
            List<MergeRow> due = batch.rows().stream()
                    .filter(row -> !row.due(MergeSide.TARGET).isZero())
                    .toList();
            if (!due.isEmpty()) {
                send(chunk, new Batch(due, batch.tries()), work);
            }
        }
    }

    private void send(int chunk, Batch batch, Deque<Batch> work) {
        lease.check();
        StockWrite write = new StockWrite(
                StockFigure.AVAILABLE,
                book.plan().target().location(),
                "gid://tallyport/StockPlan/" + book.plan().id(),
                batch.rows().stream().map(MergeTargetWriter::line).toList());
        Intent intent = book.begin(chunk, MergeSide.TARGET, MergeBook.SET, write.canonical(), batch.rows());
        Optional<SetOutcome> answer = call(intent, write, batch.rows());
        if (answer.isEmpty()) {
            return;
        }
        failures.none();
        switch (answer.get().status()) {
            case APPLIED -> book.done(intent, MergeSide.TARGET, applied(batch.rows()));
            // Somebody else brought a level to the wanted figure: ours is still to be added.
            case UNCHANGED, STALE -> {
                book.notDone(intent, MergeSide.TARGET, batch.rows(), "stale");
                again(readAgain(batch.rows()), batch.tries(), work);
            }
            case REFUSED -> afterRefusal(intent, batch, answer.get(), work);
            case KEY_SPENT -> {
                book.notDone(intent, MergeSide.TARGET, batch.rows(), "the key was spent by a failed try");
                again(batch.rows(), batch.tries(), work);
            }
        }
    }

    private static StockWrite.Line line(MergeRow row) {
        Quantity from = row.level().target();
        return new StockWrite.Line(
                row.level().targetItem(),
                from.toWholeUnits(),
                from.plus(row.due(MergeSide.TARGET)).toWholeUnits());
    }

    private static Map<MergeRow, AdjustOutcome.Line> applied(List<MergeRow> rows) {
        Map<MergeRow, AdjustOutcome.Line> applied = new LinkedHashMap<>();
        rows.forEach(row -> applied.put(
                row,
                new AdjustOutcome.Line(row.level().targetItem(), row.due(MergeSide.TARGET), false, Optional.empty())));
        return applied;
    }

    private Optional<SetOutcome> call(Intent intent, StockWrite write, List<MergeRow> rows) {
        try {
            return Optional.of(sink.set(write, intent.key()));
        } catch (PortException.UnknownOutcome | PortException.Protocol unknown) {
            book.unknown(intent, rows, unknown.describe());
            failures.one(unknown);
        } catch (PortException.Transient notDone) {
            book.notDone(intent, MergeSide.TARGET, rows, notDone.describe());
            rows.forEach(row -> book.left(row, Reason.FAILED, notDone.describe()));
            failures.one(notDone);
        } catch (PortException refused) {
            book.notDone(intent, MergeSide.TARGET, rows, refused.describe());
            throw ChunkWriter.stop(refused);
        }
        return Optional.empty();
    }

    private List<MergeRow> readAgain(List<MergeRow> rows) {
        reader.read(MergeSide.TARGET, rows);
        List<MergeRow> known = rows.stream().filter(row -> !row.isLeft()).toList();
        book.take(known);
        return known;
    }

    private void again(List<MergeRow> rows, int tries, Deque<Batch> work) {
        if (rows.isEmpty()) {
            return;
        }
        if (tries + 1 >= MOST_TRIES && rows.size() == 1) {
            book.left(rows.get(0), Reason.MOVED_AT_TARGET, "it moved at each of " + MOST_TRIES + " tries");
        } else if (tries + 1 > HALVE_AFTER && rows.size() > 1) {
            halve(rows, tries + 1, work);
        } else {
            work.push(new Batch(rows, tries + 1));
        }
    }

    private static void halve(List<MergeRow> rows, int tries, Deque<Batch> work) {
        int middle = rows.size() / 2;
        work.push(new Batch(rows.subList(middle, rows.size()), tries));
        work.push(new Batch(rows.subList(0, middle), tries));
    }

    private void afterRefusal(Intent intent, Batch batch, SetOutcome answer, Deque<Batch> work) {
        book.notDone(intent, MergeSide.TARGET, batch.rows(), "refused: " + answer.problems());
        Map<Integer, SetOutcome.LineProblem> problems = new HashMap<>();
        answer.problems().stream()
                .filter(problem ->
                        problem.line() >= 0 && problem.line() < batch.rows().size())
                .forEach(problem -> problems.putIfAbsent(problem.line(), problem));
        if (problems.isEmpty()) {
            if (batch.rows().size() == 1) {
                book.left(batch.rows().get(0), Reason.REFUSED, "the platform refused it without naming a line");
            } else {
                halve(batch.rows(), batch.tries(), work);
            }
            return;
        }
        List<MergeRow> good = new ArrayList<>();
        for (int i = 0; i < batch.rows().size(); i++) {
            SetOutcome.LineProblem problem = problems.get(i);
            if (problem == null) {
                good.add(batch.rows().get(i));
            } else {
                book.left(batch.rows().get(i), problem.reason(), problem.code() + " " + problem.message());
            }
        }
        work.push(new Batch(good, batch.tries()));
    }
}
