package io.tallyport.core.inventory.undo;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.history.Run;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.inventory.PreImage;
import io.tallyport.core.inventory.PreImageStore;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.inventory.undo.Effect.Certainty;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run did, by location: the pre-images of its writes, several of one level taken together. */
final class RunEffects {

    private final IntentJournal intents;
    private final PreImageStore preImages;

    RunEffects(IntentJournal intents, PreImageStore preImages) {
        this.intents = intents;
        this.preImages = preImages;
    }

    /** Where the run wrote to, or may have; none when it wrote nothing. */
    List<LocationRef> where(Run run) {
        return writes(run).values().stream().map(Write::location).distinct().toList();
    }

    /** What it did at one location, in the order of the first writes. */
    List<Effect> of(Run run, LocationRef location) {
        Map<String, Write> writes = writes(run);
        Map<ExternalId, Effect> effects = new LinkedHashMap<>();
        for (PreImage image : preImages.ofRun(run.id())) {
            Write write = writes.get(image.intent());
            if (write != null && write.location().equals(location)) {
                effects.merge(
                        image.item(),
                        effect(image, write.certainty()),
                        (first, next) -> first.then(next.before(), next.after(), next.certainty()));
            }
        }
        return new ArrayList<>(effects.values());
    }

    private static Effect effect(PreImage image, Certainty certainty) {
        return new Effect(image.key(), image.item(), image.figure(), image.before(), image.after(), certainty);
    }

    private record Write(LocationRef location, Certainty certainty) {}

    private Map<String, Write> writes(Run run) {
        Map<String, Write> writes = new HashMap<>();
        run.plan()
                .ifPresent(plan -> intents.ofOwner(plan).stream()
                        .filter(intent -> intent.run().equals(run.id().value()))
                        .filter(intent -> intent.state() != IntentState.NOT_APPLIED)
                        .filter(StockWrite::isOf)
                        .forEach(intent -> writes.put(intent.id(), write(intent))));
        return writes;
    }

    private static Write write(Intent intent) {
        LocationRef location = new LocationRef(
                intent.connection(), StockWrite.parse(intent.payload()).location());
        return new Write(location, intent.state() == IntentState.APPLIED ? Certainty.CERTAIN : Certainty.AMBIGUOUS);
    }
}
