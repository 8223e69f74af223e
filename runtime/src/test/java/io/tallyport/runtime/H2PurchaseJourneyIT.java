package io.tallyport.runtime;

import java.util.Map;

class H2PurchaseJourneyIT extends PurchaseJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    void clear() {}
}
