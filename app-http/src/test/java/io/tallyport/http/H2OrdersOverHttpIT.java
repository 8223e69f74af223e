package io.tallyport.http;

import java.util.Map;

class H2OrdersOverHttpIT extends OrdersOverHttp {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
