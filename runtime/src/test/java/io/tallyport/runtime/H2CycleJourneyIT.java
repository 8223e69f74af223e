package io.tallyport.runtime;

import java.util.Map;

class H2CycleJourneyIT extends CycleJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
