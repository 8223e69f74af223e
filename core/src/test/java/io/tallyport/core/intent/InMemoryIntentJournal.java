package io.tallyport.core.intent;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.PortException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Intents in memory. */
public final class InMemoryIntentJournal implements IntentJournal, UnsettledIntents {

    private final InMemoryTable<String, Intent> intents = new InMemoryTable<>();

    @Override
    public void record(Intent intent) {
        if (!intents.add(intent.id(), truncated(intent))) {
            throw new PortException.Conflict(
                    FailureContext.of("record intent"), "there is an intent " + intent.id() + " already");
        }
    }

    @Override
    public boolean settle(String intentId, IntentState outcome, String detail) {
        return find(intentId)
                .filter(intent -> intent.state().isOpen())
                .filter(intent -> intents.replace(intentId, intent, intent.settled(outcome, detail)))
                .isPresent();
    }

    @Override
    public Optional<Intent> find(String intentId) {
        return intents.get(intentId);
    }

    @Override
    public List<Intent> ofOwner(String owner) {
        return intents.values().stream()
                .filter(intent -> intent.owner().equals(owner))
                .sorted(Comparator.comparingInt(Intent::chunk).thenComparingInt(Intent::generation))
                .toList();
    }

    @Override
    public List<Intent> of(ConnectionId connection, int limit) {
        return intents.values().stream()
                .filter(intent -> intent.state().isOpen() && intent.connection().equals(connection))
                .sorted(Comparator.comparing(Intent::recordedAt).thenComparing(Intent::id))
                .limit(limit)
                .toList();
    }

    private static Intent truncated(Intent intent) {
        return new Intent(
                intent.id(),
                intent.owner(),
                intent.chunk(),
                intent.generation(),
                intent.run(),
                intent.connection(),
                intent.operation(),
                intent.payload(),
                intent.key(),
                intent.recordedAt().truncatedTo(ChronoUnit.MICROS),
                intent.state(),
                intent.detail());
    }
}
