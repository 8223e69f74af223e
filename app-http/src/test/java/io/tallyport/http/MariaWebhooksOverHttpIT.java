package io.tallyport.http;

import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaWebhooksOverHttpIT extends WebhooksOverHttp {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabases.mariadb();

    @Override
    Map<String, String> database() {
        return Served.variables(DATABASE.settings());
    }
}
