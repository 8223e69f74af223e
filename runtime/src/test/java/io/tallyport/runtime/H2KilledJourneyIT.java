package io.tallyport.runtime;

import java.util.List;
import java.util.Map;

class H2KilledJourneyIT extends KilledJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    List<KillPoint> inShort() {
        return List.of(KillPoint.BETWEEN_TWO_WRITES);
    }

    /** Each process directory has a database of its own. */
    @Override
    void clear() {}
}
