package io.tallyport.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;

final class H2QueueIT extends QueueKit {

    @RegisterExtension
    static final TestDatabase DB = TestDatabases.h2();

    @Override
    TestDatabase db() {
        return DB;
    }
}
