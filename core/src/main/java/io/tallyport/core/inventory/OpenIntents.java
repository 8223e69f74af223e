package io.tallyport.core.inventory;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settles what an earlier apply of the same plan left open: the very same request is sent again under its stored key,
 * which the platform answers without doing it twice. A key older than platforms remember proves nothing any more.
 */
final class OpenIntents {

    /** Shopify keeps keys for 24 hours; an hour less, since the clocks differ. */
    static final Duration REMEMBERED = Duration.ofHours(23);

    private final IntentJournal intents;
    private final ApplyJournal journal;
    private final InventorySink sink;
    private final Clock clock;
    private final Set<ExternalId> done = new HashSet<>();
    private final Set<ExternalId> undecided = new HashSet<>();

    OpenIntents(IntentJournal intents, ApplyJournal journal, InventorySink sink, Clock clock) {
        this.intents = intents;
        this.journal = journal;
        this.sink = sink;
        this.clock = clock;
    }

    /** Settles what can be settled of this plan, and learns what is done and what stays undecided. */
    void settle(PlanId plan) {
        settle(plan, done);
    }

    /** Settles what another plan for the same location left open, and learns what stays undecided. */
    void settleOther(PlanId plan) {
        settle(plan, new HashSet<>());
    }

    private void settle(PlanId plan, Set<ExternalId> written) {
        for (Intent intent : intents.ofOwner(plan.value())) {
            IntentState state = intent.state().isOpen() ? settle(intent) : intent.state();
            if (intent.operation().equals(ApplyJournal.SET)) {
                sort(intent, state, written);
            }
        }
    }

    /** Items that an earlier run has written. */
    Set<ExternalId> done() {
        return done;
    }

    /** Items whose earlier write is still not decided; writing them again could undo what came later. */
    Set<ExternalId> undecided() {
        return undecided;
    }

    private void sort(Intent intent, IntentState state, Set<ExternalId> written) {
        List<ExternalId> items = StockWrite.parse(intent.payload()).lines().stream()
                .map(StockWrite.Line::item)
                .toList();
        if (state == IntentState.APPLIED) {
            written.addAll(items);
        } else if (state == IntentState.UNKNOWN) {
            undecided.addAll(items);
        }
    }

    private IntentState settle(Intent intent) {
        if (Duration.between(intent.recordedAt(), clock.instant()).compareTo(REMEMBERED) > 0) {
            return settled(
                    intent, IntentState.AMBIGUOUS, "the platform has forgotten the key; nothing proves what happened");
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
