package io.tallyport.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;

final class MariaDatabaseIT extends DatabaseKit {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.mariadb();

    @Override
    TestDatabase db() {
        return DB;
    }

    @Override
    TestDatabase anotherOne() {
        return TestDatabases.mariadb();
    }
}
