package io.tallyport.core.inventory;

import io.tallyport.core.intent.Intent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries to the source what it is owed, as differences: what the till sells meanwhile stays sold. */
final class MergeSourceWriter {

    private final StockAdjuster adjuster;
    private final MergeCheck check;
    private final MergeBook book;
    private final MergeLease lease;
    private final MergeFailures failures;

    MergeSourceWriter(
            StockAdjuster adjuster, MergeCheck check, MergeBook book, MergeLease lease, MergeFailures failures) {
        this.adjuster = adjuster;
        this.check = check;
        this.book = book;
        this.lease = lease;
        this.failures = failures;
    }

    void write(int chunk, List<MergeRow> rows) {
        List<MergeRow> due = new ArrayList<>();
        for (MergeRow row : rows) {
            if (row.due(MergeSide.SOURCE).isZero()) {
                continue;
            }
            // The target may have moved further while it was written.
            if (check.fits(row.plan().merge().orElseThrow().toSource(), row.due(MergeSide.SOURCE))) {
                due.add(row);
            } else {
                book.left(row, Reason.MOVED_AT_TARGET, "the source is owed " + row.due(MergeSide.SOURCE) + " now");
            }
        }
        if (!due.isEmpty()) {
            send(chunk, due);
        }
    }

    private void send(int chunk, List<MergeRow> rows) {
        lease.check();
        ExternalId location = book.plan().source().location();
        StockAdjustment adjustment = new StockAdjustment(
                location,
                rows.stream()
                        .map(row -> new StockAdjustment.Line(row.level().sourceItem(), row.due(MergeSide.SOURCE)))
                        .toList(),
                adjuster.mark(location));
        Intent intent = book.begin(chunk, MergeSide.SOURCE, MergeBook.ADJUST, AdjustmentText.of(adjustment), rows);
        try {
            AdjustOutcome outcome = adjuster.adjust(adjustment);
            failures.none();
            settle(intent, rows, outcome);
        } catch (PortException.UnknownOutcome | PortException.Protocol unknown) {
            book.unknown(intent, rows, unknown.describe());
            failures.one(unknown);
        } catch (PortException.Transient notDone) {
            book.notDone(intent, MergeSide.SOURCE, rows, notDone.describe());
            rows.forEach(row -> book.left(row, Reason.FAILED, notDone.describe()));
            failures.one(notDone);
        } catch (PortException refused) {
            book.notDone(intent, MergeSide.SOURCE, rows, refused.describe());
            throw ChunkWriter.stop(refused);
        }
    }

    private void settle(Intent intent, List<MergeRow> rows, AdjustOutcome outcome) {
        Map<ExternalId, AdjustOutcome.Line> lines = new HashMap<>();
        outcome.lines().forEach(line -> lines.put(line.item(), line));
        Map<MergeRow, AdjustOutcome.Line> told = new LinkedHashMap<>();
        List<MergeRow> untold = new ArrayList<>();
        for (MergeRow row : rows) {
            AdjustOutcome.Line line = lines.get(row.level().sourceItem());
            if (line == null) {
                untold.add(row);
            } else {
                told.put(row, line);
            }
        }
        if (!untold.isEmpty()) {
            // Nothing is settled by halves: what the platform did not tell of is asked for like a lost answer.
            book.unknown(intent, rows, "the answer leaves out " + untold.size() + " lines");
            return;
        }
        book.done(intent, MergeSide.SOURCE, told);
        told.forEach((row, line) -> line.problem()
                .ifPresent(problem -> book.left(
                        row,
                        problem.reason(),
                        problem.code() + " " + problem.message() + "; "
                                + row.level().owedToSource() + " stays owed to the source")));
    }
}
