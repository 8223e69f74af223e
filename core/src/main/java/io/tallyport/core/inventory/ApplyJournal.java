package io.tallyport.core.inventory;

import io.tallyport.core.history.RunId;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Stores what an apply intends and what became of it: each step in one unit of work, an intent always before its call.
 */
final class ApplyJournal {

    static final String SET = "stock.set";
    static final String ACTIVATE = "stock.activate";

    private final ApplyStores stores;
    private final PlanHeader plan;
    private final RunId run;
    private final Clock clock;
    private final RowConflicts conflicts;
    private final Map<Integer, Integer> generations = new HashMap<>();
    private final ApplyTally tally = new ApplyTally();

    ApplyJournal(ApplyStores stores, PlanHeader plan, RunId run, Clock clock) {
        this.stores = stores;
        this.plan = plan;
        this.run = run;
        this.clock = clock;
        this.conflicts = new RowConflicts(stores.conflicts(), plan);
        for (Intent intent : stores.intents().ofOwner(plan.id().value())) {
            generations.merge(intent.chunk(), intent.generation(), Math::max);
        }
    }

    /** Stores an intent, and what its levels are before it. */
    Intent begin(int chunk, String operation, String payload, List<Pending> rows) {
        int generation = generations.merge(chunk, 1, Integer::sum);
        Intent intent = Intent.of(
                plan.id().value(),
                chunk,
                generation,
                run.value(),
                plan.target().connection(),
                operation,
                payload,
                clock.instant());
        List<PreImage> images = rows.stream()
                .map(row -> new PreImage(
                        intent.id(),
                        row.row().key(),
                        row.item(),
                        row.row().figure(),
                        row.from().toWholeUnits(),
                        row.to().toWholeUnits()))
                .toList();
        stores.unitOfWork().inOne(() -> {
            stores.intents().record(intent);
            stores.preImages().save(run, images);
        });
        return intent;
    }

    /** The platform did it. */
    void applied(Intent intent, List<Pending> rows, String detail) {
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.APPLIED, detail);
            stores.syncLog()
                    .append(rows.stream().map(row -> written(row, detail)).toList());
            acknowledge(rows);
        });
        tally.written(rows);
    }

    /** The platform says, on a replay under the same key, that it did it. */
    void replayed(Intent intent, StockWrite write) {
        Map<ExternalId, String> keys = new HashMap<>();
        stores.preImages().ofRun(new RunId(intent.run())).forEach(image -> keys.put(image.item(), image.key()));
        Instant now = clock.instant();
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.APPLIED, "settled by replay");
            stores.syncLog()
                    .append(write.lines().stream()
                            .map(line -> new SyncEntry(
                                    run,
                                    now,
                                    keys.getOrDefault(line.item(), line.item().value()),
                                    "set " + write.figure().name().toLowerCase(Locale.ROOT),
                                    "WRITTEN",
                                    Optional.of("" + line.from()),
                                    Optional.of("" + line.to()),
                                    Optional.of("REPLAYED"),
                                    "an earlier run's write, settled by replay"))
                            .toList());
            stores.stocks()
                    .acknowledge(
                            plan.route(),
                            write.lines().stream()
                                    .map(line -> new Acknowledged(line.item(), Quantity.of(line.to()), now))
                                    .toList());
            stores.due()
                    .done(
                            plan.route(),
                            new PlanId(intent.owner()),
                            write.lines().stream().map(StockWrite.Line::item).toList());
            conflicts.written(write.lines().stream().map(StockWrite.Line::item).toList(), now);
        });
    }

    /** An answer that says nothing was written now, while some rows have the wanted figure all the same. */
    void undecided(Intent intent, String detail) {
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.AMBIGUOUS, detail);
        });
    }

    /** The platform certainly did not do it. */
    void notApplied(Intent intent, String detail) {
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.NOT_APPLIED, detail);
        });
    }

    /** It was sent, and nobody knows. */
    void unknown(Intent intent, List<Pending> rows, String detail) {
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), IntentState.UNKNOWN, detail);
        });
        left(rows, Reason.AMBIGUOUS, detail);
    }

    /** The target has the wanted figures without a write of this run. */
    void inStep(List<Pending> rows) {
        if (rows.isEmpty()) {
            return;
        }
        stores.unitOfWork().inOne(() -> {
            stores.syncLog()
                    .append(rows.stream()
                            .map(row -> entry(row, "IN_STEP", Optional.empty(), "the target has this figure already"))
                            .toList());
            acknowledge(rows);
        });
        tally.inStep(rows);
    }

    /** These rows are not written, for this reason. */
    void left(List<Pending> rows, Reason reason, String message) {
        if (rows.isEmpty()) {
            return;
        }
        stores.unitOfWork().inOne(() -> {
            stores.syncLog()
                    .append(rows.stream()
                            .map(row -> entry(row, "LEFT", Optional.of(reason.name()), message))
                            .toList());
            conflicts.left(rows, reason, message, clock.instant());
        });
        tally.left(rows, reason);
    }

    /** What has been said of the rows so far. */
    ApplyTally tally() {
        return tally;
    }

    private void acknowledge(List<Pending> rows) {
        Instant now = clock.instant();
        conflicts.written(rows.stream().map(Pending::item).toList(), now);
        stores.due()
                .done(plan.route(), plan.id(), rows.stream().map(Pending::item).toList());
        stores.stocks()
                .acknowledge(
                        plan.route(),
                        rows.stream()
                                .map(row -> new Acknowledged(row.item(), row.to(), now))
                                .toList());
    }

    private SyncEntry written(Pending row, String detail) {
        boolean moved = !row.row().desired().equals(Optional.of(row.to()))
                || !row.row().remote().equals(Optional.of(row.from()));
        String message = moved
                ? "moved since the plan: planned " + text(row.row().remote()) + " to "
                        + text(row.row().desired())
                : detail;
        return entry(row, "WRITTEN", moved ? Optional.of("MOVED") : Optional.empty(), message);
    }

    private SyncEntry entry(Pending row, String status, Optional<String> code, String message) {
        return new SyncEntry(
                run,
                clock.instant(),
                row.row().key(),
                "set " + row.row().figure().name().toLowerCase(Locale.ROOT),
                status,
                Optional.of(row.from().toString()),
                Optional.of(row.to().toString()),
                code,
                message);
    }

    private static String text(Optional<Quantity> quantity) {
        return quantity.map(Object::toString).orElse("none");
    }
}
