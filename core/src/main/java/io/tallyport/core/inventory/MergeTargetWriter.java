package io.tallyport.core.inventory;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries to the target what it is owed, in whole units: a compare-and-set from the figure that was just read. A target
 * that moved in between is read again, what it moved by is taken, and what it is owed is sent again from there.
 */
final class MergeTargetWriter {

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
        WriteBatches<MergeRow> work = new WriteBatches<>(due(rows), book::left);
        for (var batch = work.next(); batch.isPresent(); batch = work.next()) {
            send(chunk, batch.get(), work);
        }
    }

    private static List<MergeRow> due(List<MergeRow> rows) {
        return rows.stream().filter(row -> !row.due(MergeSide.TARGET).isZero()).toList();
    }

    private void send(int chunk, WriteBatches.Batch<MergeRow> batch, WriteBatches<MergeRow> work) {
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
                work.again(due(readAgain(batch.rows())), batch.tries());
            }
            case REFUSED -> {
                book.notDone(
                        intent,
                        MergeSide.TARGET,
                        batch.rows(),
                        "refused: " + answer.get().problems());
                work.refused(batch, answer.get().problems());
            }
            case KEY_SPENT -> {
                book.notDone(intent, MergeSide.TARGET, batch.rows(), "the key was spent by a failed try");
                work.again(batch.rows(), batch.tries());
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
}
