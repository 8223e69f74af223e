package io.tallyport.core.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that are still to be written, in batches that go together. A batch that does not go through is tried again, after a
 * while in halves, so that in the end a row stands alone with what is wrong with it.
 */
final class WriteBatches<R> {

    /** A batch that stays stale though nothing seems to move is cut in halves from the third try on. */
    private static final int HALVE_AFTER = 2;

    private static final int MOST_TRIES = 6;

    /** Rows that go together, and how often they have been tried. */
    record Batch<R>(List<R> rows, int tries) {}

    /** Hears of rows that are not written. */
    @FunctionalInterface
    interface Left<R> {
        void row(R row, Reason reason, String message);
    }

    private final Deque<Batch<R>> work = new ArrayDeque<>();
    private final Left<R> left;

    WriteBatches(List<R> rows, Left<R> left) {
        this.left = left;
        push(rows, 0);
    }

    /** The next batch, of one row at least; empty when none is left. */
    Optional<Batch<R>> next() {
        return Optional.ofNullable(work.poll());
    }

    /** What was found stale and is still to be written. */
    void again(List<R> rows, int tries) {
        if (tries + 1 >= MOST_TRIES && rows.size() == 1) {
            left.row(rows.get(0), Reason.MOVED_AT_TARGET, "it moved at each of " + MOST_TRIES + " tries");
        } else if (tries + 1 > HALVE_AFTER && rows.size() > 1) {
            halve(rows, tries + 1);
        } else {
            push(rows, tries + 1);
        }
    }

    /** The platform refused the whole batch for some lines' sake: the others go again without these. */
    void refused(Batch<R> batch, List<SetOutcome.LineProblem> named) {
        Map<Integer, SetOutcome.LineProblem> problems = new HashMap<>();
        named.stream()
                .filter(problem ->
                        problem.line() >= 0 && problem.line() < batch.rows().size())
                .forEach(problem -> problems.putIfAbsent(problem.line(), problem));
        if (!problems.isEmpty()) {
            push(good(batch.rows(), problems), batch.tries());
        } else if (batch.rows().size() == 1) {
            left.row(batch.rows().get(0), Reason.REFUSED, "the platform refused it without naming a line");
        } else {
            halve(batch.rows(), batch.tries());
        }
    }

    private List<R> good(List<R> rows, Map<Integer, SetOutcome.LineProblem> problems) {
        List<R> good = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SetOutcome.LineProblem problem = problems.get(i);
            if (problem == null) {
                good.add(rows.get(i));
            } else {
                left.row(rows.get(i), problem.reason(), problem.code() + " " + problem.message());
            }
        }
        return good;
    }

    private void halve(List<R> rows, int tries) {
        int middle = rows.size() / 2;
        push(rows.subList(middle, rows.size()), tries);
        push(rows.subList(0, middle), tries);
    }

    private void push(List<R> rows, int tries) {
        if (!rows.isEmpty()) {
            work.push(new Batch<>(rows, tries));
        }
    }
}
