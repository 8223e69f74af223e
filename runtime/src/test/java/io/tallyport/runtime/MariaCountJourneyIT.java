package io.tallyport.runtime;

import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaCountJourneyIT extends CountJourney {

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
    void clear() {
        DATABASE.clear();
    }
}
