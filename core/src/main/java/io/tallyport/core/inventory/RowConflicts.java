package io.tallyport.core.inventory;

import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.conflict.Sighting;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens and closes conflicts as plans are made and applied; joins the caller's unit of work. */
final class RowConflicts {

    private static final int BATCH = 500;

    private final ConflictStore store;
    private final PlanHeader plan;

    RowConflicts(ConflictStore store, PlanHeader plan) {
        this.store = store;
        this.plan = plan;
    }

    /** Rows of a plan that wait for a person; a plan that waits as a whole is decided as a whole, and opens none. */
    void held(PlanFiles files, Path file) {
        List<Sighting> batch = new ArrayList<>();
        files.rows(file, row -> {
            if (row.isHeld()) {
                batch.add(sighting(
                        row,
                        ConflictKind.OVER_THRESHOLD,
                        row.local(),
                        row.remote(),
                        row.desired(),
                        plan.readEnded(),
                        row.reason().meaning()));
            }
            if (batch.size() == BATCH) {
                store.sight(List.copyOf(batch));
                batch.clear();
            }
        });
        store.sight(batch);
    }

    /** Rows that an apply has left, where the reason is one that a person may have to look at. */
    void left(List<Pending> rows, Reason reason, String detail, Instant at) {
        Optional<ConflictKind> kind = kind(reason);
        kind.ifPresent(known -> store.sight(rows.stream()
                .map(row -> sighting(
                        row.row(),
                        known,
                        Optional.of(row.local()),
                        Optional.of(row.from()),
                        Optional.of(row.to()),
                        at,
                        detail))
                .toList()));
    }

    /** A row that a merge has left, with the figures of its plan. */
    void left(PlanRow row, Reason reason, String detail, Instant at) {
        kind(reason)
                .ifPresent(known -> store.sight(
                        List.of(sighting(row, known, row.local(), row.remote(), row.desired(), at, detail))));
    }

    private static Optional<ConflictKind> kind(Reason reason) {
        return switch (reason) {
            case AMBIGUOUS -> Optional.of(ConflictKind.AMBIGUOUS);
            case OVERSOLD -> Optional.of(ConflictKind.OVERSOLD);
            case MOVED_AT_SOURCE, MOVED_AT_TARGET, ORDER_NOT_AT_POS -> Optional.of(ConflictKind.STALE_TWICE);
            default -> Optional.empty();
        };
    }

    /** Both sides agree about these, whatever was answered. */
    void agreed(Collection<ExternalId> items, Instant at) {
        close(items, Set.of(ConflictState.WATCHED, ConflictState.OPEN, ConflictState.KEPT), at);
    }

    /** These were written as the plan wanted; a figure that a person has given stays kept. */
    void written(Collection<ExternalId> items, Instant at) {
        close(items, Set.of(ConflictState.WATCHED, ConflictState.OPEN), at);
    }

    private void close(Collection<ExternalId> items, Set<ConflictState> states, Instant at) {
        if (!items.isEmpty()) {
            store.close(plan.route(), items, states, at);
        }
    }

    private Sighting sighting(
            PlanRow row,
            ConflictKind kind,
            Optional<Quantity> local,
            Optional<Quantity> remote,
            Optional<Quantity> desired,
            Instant at,
            String detail) {
        return new Sighting(
                plan.route(),
                kind,
                row.key(),
                row.title(),
                row.sourceItem(),
                row.targetItem().orElseThrow(),
                row.acknowledged(),
                local,
                remote,
                desired,
                plan.id().value(),
                at,
                detail);
    }
}
