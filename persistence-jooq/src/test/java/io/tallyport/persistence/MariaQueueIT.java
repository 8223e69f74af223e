package io.tallyport.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;

final class MariaQueueIT extends QueueKit {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.mariadb();

    @Override
    TestDatabase db() {
        return DB;
    }
}
