package io.tallyport.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;

final class H2DatabaseIT extends DatabaseKit {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.h2();

    @Override
    TestDatabase db() {
        return DB;
    }

    @Override
    TestDatabase anotherOne() {
        return TestDatabases.h2();
    }
}
