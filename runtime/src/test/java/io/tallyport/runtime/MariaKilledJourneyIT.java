package io.tallyport.runtime;

import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaKilledJourneyIT extends KilledJourney {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabases.mariadb();

    @Override
    Map<String, String> environment() {
        return Map.of(
                "TALLYPORT_DB_URL", DATABASE.settings().url(),
                "TALLYPORT_DB_USER", DATABASE.settings().user(),
                "TALLYPORT_DB_PASSWORD", DATABASE.settings().password());
    }

    @Override
    List<KillPoint> inShort() {
        return List.of(KillPoint.BEFORE_THE_WRITE_TAKES_EFFECT);
    }

    @Override
    void clear() {
        DATABASE.clear();
    }
}
