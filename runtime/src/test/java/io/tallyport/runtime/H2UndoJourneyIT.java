package io.tallyport.runtime;

import java.util.Map;

class H2UndoJourneyIT extends UndoJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
