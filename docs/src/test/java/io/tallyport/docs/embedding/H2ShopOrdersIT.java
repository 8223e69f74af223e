package io.tallyport.docs.embedding;

import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2ShopOrdersIT extends ShopOrdersKit {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabases.h2();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
