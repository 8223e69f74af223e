package io.tallyport.runtime;

import io.tallyport.persistence.DatabaseSettings;
import java.util.Map;

class H2QueueJourneyIT extends QueueJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    DatabaseSettings database() {
        return DatabaseSettings.embedded(directory);
    }
}
