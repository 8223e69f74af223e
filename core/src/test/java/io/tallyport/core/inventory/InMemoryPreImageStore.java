package io.tallyport.core.inventory;

import io.tallyport.core.history.RunId;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.InMemoryTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Pre-images in memory, beside the journal that knows what became of their intents. */
public final class InMemoryPreImageStore implements PreImageStore {

    private record Stored(RunId run, PreImage image) {}

    private final InMemoryTable<Long, Stored> images = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();
    private final IntentJournal intents;

    public InMemoryPreImageStore(IntentJournal intents) {
        this.intents = intents;
    }

    @Override
    public void save(RunId run, List<PreImage> added) {
        added.forEach(image -> images.put(sequence.incrementAndGet(), new Stored(run, image)));
    }

    @Override
    public List<PreImage> ofRun(RunId run) {
        return images.values().stream()
                .filter(stored -> stored.run().equals(run))
                .map(Stored::image)
                .filter(this::mayHaveHappened)
                .toList();
    }

    private boolean mayHaveHappened(PreImage image) {
        return intents.find(image.intent())
                .filter(intent -> intent.state() != IntentState.NOT_APPLIED)
                .isPresent();
    }
}
