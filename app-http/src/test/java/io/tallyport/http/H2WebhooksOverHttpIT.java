package io.tallyport.http;

import java.util.Map;

class H2WebhooksOverHttpIT extends WebhooksOverHttp {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
