package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.RunId;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows the writes of a merge that nothing has proven yet, and takes a person's word for what became of one. */
public final class SettleMerge {

    /** A lost write may land late, and the platform's record of it later still. */
    private static final Duration PROVABLE = Duration.ofMinutes(15);

    private static final RunId BY_HAND = new RunId("by-hand");
    private static final String OPERATION = "settle write";

    private final ApplyStores stores;
    private final Clock clock;

    public SettleMerge(ApplyStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * A write that is open: its levels wait for it.
     *
     * @param intent names it
     * @param at where it was sent
     * @param since when it was recorded
     * @param waits whether only a person can settle it
     * @param lines what it would have added
     */
    public record Unsettled(
            String intent,
            LocationRef at,
            Instant since,
            boolean waits,
            String detail,
            List<StockAdjustment.Line> lines) {

        public Unsettled {
            lines = List.copyOf(lines);
        }
    }

    /**
     * All open writes of a route, by their names.
     *
     * @throws IllegalArgumentException when there is no such route
     */
    public List<Unsettled> of(RouteId id) {
        Map<String, List<OpenWrite>> byIntent = new LinkedHashMap<>();
        for (OpenWrite write : stores.merge().open().of(route(id).id())) {
            byIntent.computeIfAbsent(write.intent(), name -> new ArrayList<>()).add(write);
        }
        return byIntent.entrySet().stream()
                .map(each -> unsettled(stores.intents().find(each.getKey()).orElseThrow(), each.getValue()))
                .toList();
    }

    private Route route(RouteId id) {
        Route route = stores.routes()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""));
        MergeErrors.checkMerge(route);
        return route;
    }

    private Unsettled unsettled(Intent intent, List<OpenWrite> writes) {
        Set<ExternalId> open = writes.stream().map(OpenWrite::item).collect(Collectors.toSet());
        return new Unsettled(
                intent.id(),
                writes.get(0).at(),
                intent.recordedAt(),
                isForAPerson(intent),
                intent.detail(),
                wanted(intent).stream()
                        .filter(line -> open.contains(line.item()))
                        .toList());
    }

    private boolean isForAPerson(Intent intent) {
        boolean given =
                intent.state() == IntentState.AMBIGUOUS || intent.operation().equals(MergeBook.ADJUST);
        return given && Duration.between(intent.recordedAt(), clock.instant()).compareTo(PROVABLE) > 0;
    }

    private static List<StockAdjustment.Line> wanted(Intent intent) {
        if (intent.operation().equals(MergeBook.ADJUST)) {
            return AdjustmentText.parse(intent.payload()).lines();
        }
        return StockWrite.parse(intent.payload()).lines().stream()
                .map(line -> new StockAdjustment.Line(line.item(), Quantity.of(line.to() - line.from())))
                .toList();
    }

    /**
     * Takes a person's word that a write was done, with all its lines that are still open, or that nothing of it was.
     *
     * @throws PortException.Rejected when no such write is open, when its platform may still tell, or while an apply works
     *     on one of the route's locations
     */
    public void settle(RouteId id, String intentId, boolean done, String actor, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a person's word needs a reason");
        }
        Route route = route(id);
        try (LeaseKeeper target = LeaseKeeper.acquire(stores.leases(), "apply:" + route.target(), BY_HAND.value());
                MergeLease both = MergeLease.acquire(target, stores.leases(), route, BY_HAND.value())) {
            List<OpenWrite> writes = stores.merge().open().of(id).stream()
                    .filter(write -> write.intent().equals(intentId))
                    .toList();
            if (writes.isEmpty()) {
                throw PlanErrors.rejected(OPERATION, MergeErrors.NOT_OPEN, "no write \"" + intentId + "\" is open");
            }
            Intent intent = stores.intents().find(intentId).orElseThrow();
            if (!isForAPerson(intent)) {
                throw PlanErrors.rejected(
                        OPERATION,
                        MergeErrors.PROVABLE,
                        "the write is of " + intent.recordedAt() + " and may be proven");
            }
            both.check();
            stores.unitOfWork().inOne(() -> settle(route, intent, writes, done, actor, reason));
        }
    }

    private void settle(Route route, Intent intent, List<OpenWrite> writes, boolean done, String actor, String reason) {
        MergeSide side = intent.operation().equals(MergeBook.SET) ? MergeSide.TARGET : MergeSide.SOURCE;
        IntentState state = done ? IntentState.APPLIED : IntentState.NOT_APPLIED;
        Map<ExternalId, Quantity> applied = new HashMap<>();
        if (done) {
            wanted(intent).forEach(line -> applied.put(line.item(), line.by()));
        }
        new MergeSettlement(stores, clock)
                .settle(route.id(), side, intent, state, "by the word of " + actor, writes, applied, BY_HAND);
        stores.audit()
                .record(new AuditEntry(
                        clock.instant(),
                        actor,
                        "write settled by hand",
                        intent.id(),
                        (done ? "done" : "not done") + "; reason: " + reason));
    }
}
