package io.tallyport.runtime;

import java.util.Map;

class H2SkuMappingJourneyIT extends SkuMappingJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
