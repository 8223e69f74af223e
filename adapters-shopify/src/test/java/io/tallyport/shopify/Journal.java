package io.tallyport.shopify;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.history.ApiLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps the calls in memory. */
final class Journal implements ApiLog {

    private final List<ApiCall> calls = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void record(ApiCall call) {
        calls.add(call);
    }

    @Override
    public List<ApiCall> recent(int limit) {
        List<ApiCall> newest = new ArrayList<>(calls);
        Collections.reverse(newest);
        return newest.subList(0, Math.min(limit, newest.size()));
    }
}
