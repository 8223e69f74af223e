package io.tallyport.docs.embedding;

import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaShopOrdersIT extends ShopOrdersKit {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabases.mariadb();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
