package io.tallyport.sandbox.oauth;

import java.util.Map;
import java.util.TreeMap;

/** How often what was asked of one authorization server. */
final class TokenCounts {

    private final Map<String, Long> counts = new TreeMap<>();

    TokenCounts() {
        reset();
    }

    synchronized void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void reset() {
        counts.clear();
        counts.put("authorizations", 0L);
        counts.put("tokenRequests", 0L);
    }

    synchronized Map<String, Long> all() {
        return new TreeMap<>(counts);
    }
}
