package io.tallyport.runtime;

import java.util.List;
import java.util.Map;

class H2KilledJourneyIT extends KilledJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    /** None: another journey kills on this database in each build, and all of these take their time. */
    @Override
    List<KillPoint> inShort() {
        return List.of();
    }

    /** Each process directory has a database of its own. */
    @Override
    void clear() {}
}
