package io.tallyport.docs.embedding;

import io.tallyport.persistence.DatabaseSettings;
import java.nio.file.Path;
import java.util.Map;

class H2PurchaseServiceIT extends PurchaseServiceJourney {

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    DatabaseSettings database(Path data) {
        return DatabaseSettings.embedded(data);
    }
}
