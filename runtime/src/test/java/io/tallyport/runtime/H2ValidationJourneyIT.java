package io.tallyport.runtime;

import java.util.Map;

class H2ValidationJourneyIT extends ValidationJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
