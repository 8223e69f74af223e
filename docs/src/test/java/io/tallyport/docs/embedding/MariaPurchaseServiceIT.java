package io.tallyport.docs.embedding;

import io.tallyport.persistence.DatabaseSettings;
import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaPurchaseServiceIT extends PurchaseServiceJourney {

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
    DatabaseSettings database(Path data) {
        return DATABASE.settings();
    }
}
