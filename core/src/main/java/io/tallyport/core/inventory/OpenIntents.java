package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles what an earlier apply left open: the very same request is sent again under its stored key, which the platform
 * answers without doing it twice. A key older than platforms remember proves nothing any more. Where a platform remembers
 * no keys, nothing is sent again: its own record decides.
 *
 * <p>A request that has not been done yet would be done now. So where all its levels still are as it wants them to be, it
 * is sent again only when its figures are still the wanted ones; otherwise it is given up, and its rows are decided anew.
 * Should it land late all the same, its compare-and-set finds other levels.
 */
final class OpenIntents {

    /** Shopify keeps keys for 24 hours; an hour less, since the clocks differ. */
    static final Duration REMEMBERED = Duration.ofHours(23);

    private final IntentJournal intents;
    private final ApplyJournal journal;
    private final InventorySink sink;
    private final InventorySource target;
    private final Wanted wanted;
    private final Clock clock;
    private final Map<ExternalId, Quantity> done = new HashMap<>();
    private final Set<ExternalId> undecided = new HashSet<>();

    /** Tells what the plan wants of target items, by the source's figures now; items it does not write are absent. */
    @FunctionalInterface
    interface Wanted {
        Map<ExternalId, Quantity> of(Set<ExternalId> targetItems);
    }

    OpenIntents(
            IntentJournal intents,
            ApplyJournal journal,
            InventorySink sink,
            InventorySource target,
            Wanted wanted,
            Clock clock) {
        this.intents = intents;
        this.journal = journal;
        this.sink = sink;
        this.target = target;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Settles what can be settled of this plan, and learns what is done and what stays undecided. */
    void settle(PlanId plan) {
        settle(plan, done);
    }

    /** Settles what another plan for the same location left open, and learns what stays undecided. */
    void settleOther(PlanId plan) {
        settle(plan, new HashMap<>());
    }

    private void settle(PlanId plan, Map<ExternalId, Quantity> written) {
        List<Intent> byTime = intents.ofOwner(plan.value()).stream()
                .sorted(Comparator.comparing(Intent::recordedAt))
                .toList();
        for (Intent intent : byTime) {
            IntentState state = intent.state().isOpen() ? settle(intent) : intent.state();
            if (intent.operation().equals(ApplyJournal.SET)) {
                sort(intent, state, written);
            }
        }
    }

    /** Where a recorded write of an apply leads. */
    static LocationRef location(Intent intent) {
        String location = StockWrite.isOf(intent)
                ? StockWrite.parse(intent.payload()).location().value()
                : intent.payload().split("\t", 2)[0];
        return new LocationRef(intent.connection(), new ExternalId(location));
    }

    /** Items that an earlier run has written. */
    Set<ExternalId> done() {
        return done.keySet();
    }

    /** The last figure that an earlier run has set an item to. */
    Optional<Quantity> written(ExternalId item) {
        return Optional.ofNullable(done.get(item));
    }

    /** Items whose earlier write is still not decided; writing them again could undo what came later. */
    Set<ExternalId> undecided() {
        return undecided;
    }

    private void sort(Intent intent, IntentState state, Map<ExternalId, Quantity> written) {
        List<StockWrite.Line> lines = StockWrite.parse(intent.payload()).lines();
        if (state == IntentState.APPLIED) {
            lines.forEach(line -> written.put(line.item(), Quantity.of(line.to())));
        } else if (state == IntentState.UNKNOWN) {
            lines.forEach(line -> undecided.add(line.item()));
        }
    }

    private IntentState settle(Intent intent) {
        Optional<WriteProof> proof = sink.proof();
        if (proof.isPresent() && intent.operation().equals(ApplyJournal.SET)) {
            return proven(intent, StockWrite.parse(intent.payload()), proof.get());
        }
        if (isOld(intent)) {
            return settled(
                    intent, IntentState.AMBIGUOUS, "the platform has forgotten the key; nothing proves what happened");
        }
        if (intent.operation().equals(ApplyJournal.SET) && isOutOfDate(StockWrite.parse(intent.payload()))) {
            return settled(intent, IntentState.AMBIGUOUS, "its figures are out of date, so it was not sent again");
        }
        try {
            return replay(intent);
        } catch (PortException.UnknownOutcome | PortException.Transient | PortException.Protocol again) {
            return settled(intent, IntentState.UNKNOWN, again.describe());
        } catch (PortException.Rejected no) {
            if (WriteGate.refused(no)) {
                throw no;
            }
            return settled(intent, IntentState.NOT_APPLIED, no.describe());
        }
    }

    private boolean isOld(Intent intent) {
        return Duration.between(intent.recordedAt(), clock.instant()).compareTo(REMEMBERED) > 0;
    }

    private IntentState proven(Intent intent, StockWrite write, WriteProof record) {
        AdjustProof proof;
        try {
            proof = record.prove(write, intent.recordedAt());
        } catch (PortException.UnknownOutcome | PortException.Transient | PortException.Protocol again) {
            return settled(intent, IntentState.UNKNOWN, again.describe());
        }
        Set<AdjustProof.Verdict> verdicts = Set.copyOf(proof.verdicts().values());
        if (verdicts.equals(Set.of(AdjustProof.Verdict.DONE))
                && proof.otherwise().isEmpty()) {
            journal.replayed(intent, write);
            return IntentState.APPLIED;
        }
        if (verdicts.equals(Set.of(AdjustProof.Verdict.NOT_DONE))) {
            return settled(intent, IntentState.NOT_APPLIED, "the platform's record shows that it was not done");
        }
        boolean open = verdicts.contains(AdjustProof.Verdict.UNPROVEN) && !isOld(intent);
        return settled(
                intent,
                open ? IntentState.UNKNOWN : IntentState.AMBIGUOUS,
                "the platform's record: " + proof.verdicts() + ", otherwise " + proof.otherwise());
    }

    /** Whether sending it again could do now what nobody wants any more. */
    private boolean isOutOfDate(StockWrite write) {
        Set<ExternalId> items =
                write.lines().stream().map(StockWrite.Line::item).collect(Collectors.toSet());
        Map<ExternalId, Quantity> levels = new HashMap<>();
        target.levelsOf(write.location(), items)
                .forEach(level -> level.figure(write.figure()).ifPresent(now -> levels.put(level.item(), now)));
        if (!write.lines().stream().allMatch(line -> Quantity.of(line.from()).equals(levels.get(line.item())))) {
            return false;
        }
        Map<ExternalId, Quantity> now = wanted.of(items);
        return !write.lines().stream().allMatch(line -> Quantity.of(line.to()).equals(now.get(line.item())));
    }

    private IntentState replay(Intent intent) {
        if (intent.operation().equals(ApplyJournal.ACTIVATE)) {
            String[] parts = intent.payload().split("\t", -1);
            sink.activate(new ExternalId(parts[0]), new ExternalId(parts[1]), intent.key());
            return settled(intent, IntentState.APPLIED, "settled by replay");
        }
        StockWrite write = StockWrite.parse(intent.payload());
        SetOutcome outcome = sink.set(write, intent.key());
        return switch (outcome.status()) {
            case APPLIED, UNCHANGED -> {
                journal.replayed(intent, write);
                yield IntentState.APPLIED;
            }
            // The key is used up, so nothing lands late; whether the first sending was done is not told.
            case STALE -> settled(intent, IntentState.AMBIGUOUS, "answered stale on replay");
            case REFUSED, KEY_SPENT -> settled(intent, IntentState.NOT_APPLIED, "replay: " + outcome.status());
        };
    }

    private IntentState settled(Intent intent, IntentState state, String detail) {
        intents.settle(intent.id(), state, detail);
        return state;
    }
}
