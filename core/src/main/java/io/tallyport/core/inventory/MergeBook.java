package io.tallyport.core.inventory;

import io.tallyport.core.history.RunId;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Stores each step of a merge in one unit of work: what a side moved by together with what the other is owed for it; an
 * intent before its call, with the levels that it opens; its outcome together with what it settles.
 */
final class MergeBook {

    static final String SET = "merge.set";
    static final String ADJUST = "merge.adjust";

    private final ApplyStores stores;
    private final PlanHeader plan;
    private final RunId run;
    private final Clock clock;
    private final ApplyTally tally;
    private final RowConflicts conflicts;
    private final Map<Integer, Integer> generations = new HashMap<>();

    MergeBook(ApplyStores stores, PlanHeader plan, RunId run, ApplyTally tally, Clock clock) {
        this.stores = stores;
        this.plan = plan;
        this.run = run;
        this.tally = tally;
        this.conflicts = new RowConflicts(stores.conflicts(), plan);
        this.clock = clock;
        for (Intent intent : stores.intents().ofOwner(plan.id().value())) {
            generations.merge(intent.chunk(), intent.generation(), Math::max);
        }
    }

    PlanHeader plan() {
        return plan;
    }

    /** What was read of these rows counts from now on, and is owed. */
    void take(List<MergeRow> rows) {
        List<MergeRow> moved =
                rows.stream().filter(row -> !row.taken().equals(row.level())).toList();
        if (!moved.isEmpty()) {
            List<MergeLevel> taken = moved.stream().map(MergeRow::taken).toList();
            stores.unitOfWork().inOne(() -> stores.merge().levels().put(plan.route(), taken));
            moved.forEach(row -> row.stands(row.taken().stored()));
        }
    }

    /** Stores an intent and opens its levels. */
    Intent begin(int chunk, MergeSide side, String operation, String payload, List<MergeRow> rows) {
        Intent intent = Intent.of(
                plan.id().value(),
                chunk,
                generations.merge(chunk, 1, Integer::sum),
                run.value(),
                side.at(plan).connection(),
                operation,
                payload,
                clock.instant());
        List<OpenWrite> writes = rows.stream()
                .map(row -> new OpenWrite(
                        side.at(plan),
                        side.item(row.level()),
                        plan.route(),
                        row.level().targetItem(),
                        intent.id()))
                .toList();
        stores.unitOfWork().inOne(() -> {
            stores.intents().record(intent);
            stores.merge().open().open(writes);
            stores.preImages().save(run, images(intent, side, rows));
        });
        return intent;
    }

    /** What an undo needs: of the target alone, whose figures are whole and can be set. */
    private static List<PreImage> images(Intent intent, MergeSide side, List<MergeRow> rows) {
        if (side == MergeSide.SOURCE) {
            return List.of();
        }
        return rows.stream()
                .map(row -> new PreImage(
                        intent.id(),
                        row.plan().key(),
                        row.level().targetItem(),
                        side.figure(),
                        row.level().target().toWholeUnits(),
                        row.level().target().plus(row.due(side)).toWholeUnits()))
                .toList();
    }

    /** So much was really added to each row. */
    void done(Intent intent, MergeSide side, Map<MergeRow, AdjustOutcome.Line> outcome) {
        List<MergeLevel> levels = new ArrayList<>();
        List<SyncEntry> entries = new ArrayList<>();
        outcome.forEach((row, line) -> {
            levels.add(side.wrote(row.level(), line.applied()));
            entries.add(written(row, side, line));
        });
        List<ExternalId> items =
                outcome.keySet().stream().map(row -> side.item(row.level())).toList();
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.APPLIED, "written");
            stores.merge().open().close(intent.id(), side.at(plan), items);
            stores.merge().levels().put(plan.route(), levels);
            stores.syncLog().append(entries);
        });
        outcome.forEach((row, line) -> {
            row.stands(side.wrote(row.level(), line.applied()).stored());
            row.wrote();
        });
    }

    /** The platform certainly did nothing of it: the rows are as before. */
    void notDone(Intent intent, MergeSide side, List<MergeRow> rows, String detail) {
        List<ExternalId> items =
                rows.stream().map(row -> side.item(row.level())).toList();
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.NOT_APPLIED, detail);
            stores.merge().open().close(intent.id(), side.at(plan), items);
        });
    }

    /** It was sent, and nobody knows: its levels stay open. */
    void unknown(Intent intent, List<MergeRow> rows, String detail) {
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.UNKNOWN, detail);
        });
        rows.forEach(row -> left(row, Reason.AMBIGUOUS, detail));
    }

    /** The row is not written, or not any further, for this reason. */
    void left(MergeRow row, Reason reason, String message) {
        row.leave();
        left(row.plan(), reason, message);
    }

    void left(PlanRow row, Reason reason, String message) {
        Instant now = clock.instant();
        SyncEntry entry = new SyncEntry(
                run,
                now,
                row.key(),
                "merge",
                "LEFT",
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason.name()),
                message);
        stores.unitOfWork().inOne(() -> {
            stores.syncLog().append(List.of(entry));
            conflicts.left(row, reason, message, now);
        });
        tally.noTurn(row, reason);
    }

    /** The last word on rows that nothing stands against. */
    void end(List<MergeRow> rows) {
        List<ExternalId> settled = rows.stream()
                .filter(row -> !row.isLeft() && !row.isWaiting() && !row.level().isDue())
                .map(row -> row.level().targetItem())
                .toList();
        stores.unitOfWork().inOne(() -> {
            stores.due().done(plan.route(), plan.id(), settled);
            conflicts.written(settled, clock.instant());
        });
        for (MergeRow row : rows) {
            if (row.isLeft()) {
                continue;
            }
            if (row.isWaiting()) {
                left(row, Reason.AMBIGUOUS, "an earlier write of it is not settled yet");
            } else if (row.level().isDue()) {
                left(row, Reason.AMBIGUOUS, "a write of another route to the same level is not settled yet");
            } else if (row.isWritten()) {
                tally.merged(row.level().targetItem());
            } else {
                tally.settled(row.level().targetItem());
            }
        }
    }

    private SyncEntry written(MergeRow row, MergeSide side, AdjustOutcome.Line line) {
        Quantity before = side.settled(row.level());
        Optional<String> code = line.problem()
                .map(problem -> problem.reason().name())
                .or(() -> line.repaired() ? Optional.of("REPAIRED") : Optional.empty());
        return new SyncEntry(
                run,
                clock.instant(),
                row.plan().key(),
                operation(side),
                "WRITTEN",
                Optional.of(before.toString()),
                Optional.of(before.plus(line.applied()).toString()),
                code,
                line.problem().map(AdjustOutcome.Problem::message).orElse("written"));
    }

    static String operation(MergeSide side) {
        return "merge " + side.figure().name().toLowerCase(Locale.ROOT) + " at the "
                + side.name().toLowerCase(Locale.ROOT);
    }
}
