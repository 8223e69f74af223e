package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.RunId;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles the writes that earlier applies of a route left open, before anything is read: at the target by sending the very
 * same request again under its key, at the source by asking for proof. What neither decides stays open, and its levels are
 * neither read nor written meanwhile.
 */
final class MergeSettling {

    private final ApplyStores stores;
    private final PlanHeader plan;
    private final RunId run;
    private final InventorySink sink;
    private final StockAdjuster adjuster;
    private final Clock clock;

    MergeSettling(
            ApplyStores stores, PlanHeader plan, RunId run, InventorySink sink, StockAdjuster adjuster, Clock clock) {
        this.stores = stores;
        this.plan = plan;
        this.run = run;
        this.sink = sink;
        this.adjuster = adjuster;
        this.clock = clock;
    }

    void settle(MergeLease lease) {
        Map<String, List<OpenWrite>> byIntent = new LinkedHashMap<>();
        for (OpenWrite write : stores.merge().open().of(plan.route())) {
            byIntent.computeIfAbsent(write.intent(), id -> new ArrayList<>()).add(write);
        }
        byIntent.forEach((id, writes) -> {
            Intent intent = stores.intents().find(id).orElseThrow();
            if (intent.state() != IntentState.AMBIGUOUS) {
                lease.check();
                settle(intent, writes);
            }
        });
    }

    private void settle(Intent intent, List<OpenWrite> writes) {
        try {
            if (intent.operation().equals(MergeBook.SET)) {
                replay(intent, writes);
            } else {
                prove(intent, writes);
            }
        } catch (PortException.UnknownOutcome | PortException.Transient | PortException.Protocol later) {
            still(intent, IntentState.UNKNOWN, later.describe());
        } catch (PortException.Rejected no) {
            if (WriteGate.refused(no)) {
                throw no;
            }
            still(intent, IntentState.UNKNOWN, no.describe());
        }
    }

    private void still(Intent intent, IntentState state, String detail) {
        stores.unitOfWork().inOne(() -> {
            stores.intents().settle(intent.id(), state, detail);
        });
    }

    private void replay(Intent intent, List<OpenWrite> writes) {
        if (Duration.between(intent.recordedAt(), clock.instant()).compareTo(OpenIntents.REMEMBERED) > 0) {
            still(intent, IntentState.AMBIGUOUS, "the platform has forgotten the key; nothing proves what happened");
            return;
        }
        StockWrite write = StockWrite.parse(intent.payload());
        SetOutcome.Status status = sink.set(write, intent.key()).status();
        if (status == SetOutcome.Status.STALE || status == SetOutcome.Status.REFUSED) {
            // Was it done before and is checked anew, or has it just failed? A failure leaves a spent key behind.
            status = sink.set(write, intent.key()).status();
        }
        switch (status) {
            case APPLIED, UNCHANGED -> {
                Map<ExternalId, Quantity> applied = new HashMap<>();
                write.lines().forEach(line -> applied.put(line.item(), Quantity.of(line.to() - line.from())));
                settled(MergeSide.TARGET, intent, IntentState.APPLIED, "settled by replay", writes, applied);
            }
            case KEY_SPENT ->
                settled(MergeSide.TARGET, intent, IntentState.NOT_APPLIED, "its key is spent", writes, Map.of());
            case STALE, REFUSED ->
                still(intent, IntentState.AMBIGUOUS, "the replay is " + status + ", and its key does not tell why");
        }
    }

    private void prove(Intent intent, List<OpenWrite> writes) {
        StockAdjustment sent = AdjustmentText.parse(intent.payload());
        List<ExternalId> open = writes.stream().map(OpenWrite::item).toList();
        List<StockAdjustment.Line> lines =
                sent.lines().stream().filter(line -> open.contains(line.item())).toList();
        AdjustProof proof =
                adjuster.prove(new StockAdjustment(sent.location(), lines, sent.after()), intent.recordedAt());
        Map<ExternalId, Quantity> applied = new HashMap<>();
        for (StockAdjustment.Line line : lines) {
            if (proof.verdicts().getOrDefault(line.item(), AdjustProof.Verdict.UNPROVEN)
                    != AdjustProof.Verdict.UNPROVEN) {
                applied.put(line.item(), proof.applied(line));
            }
        }
        List<OpenWrite> decided = writes.stream()
                .filter(write -> applied.containsKey(write.item()))
                .toList();
        boolean all = decided.size() == writes.size();
        boolean some = applied.values().stream().anyMatch(by -> !by.isZero());
        IntentState state = all ? (some ? IntentState.APPLIED : IntentState.NOT_APPLIED) : IntentState.UNKNOWN;
        settled(MergeSide.SOURCE, intent, state, "by the platform's own record", decided, applied);
    }

    /** What was really added counts, and its levels are closed; an item that is not among {@code applied} had nothing. */
    private void settled(
            MergeSide side,
            Intent intent,
            IntentState state,
            String detail,
            List<OpenWrite> writes,
            Map<ExternalId, Quantity> applied) {
        new MergeSettlement(stores, clock).settle(plan.route(), side, intent, state, detail, writes, applied, run);
    }
}
