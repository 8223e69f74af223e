package io.tallyport.runtime;

import java.util.Map;

class H2StockJourneyIT extends StockJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
