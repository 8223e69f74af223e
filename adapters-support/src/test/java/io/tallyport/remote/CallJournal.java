package io.tallyport.remote;

import io.tallyport.core.history.ApiCall;
import io.tallyport.core.history.ApiLog;
import java.util.ArrayList;
import java.util.List;

/** Keeps the journal of calls in memory, oldest first. */
public final class CallJournal implements ApiLog {

    private final List<ApiCall> calls = new ArrayList<>();

    @Override
    public synchronized void record(ApiCall call) {
        calls.add(call);
    }

    @Override
    public synchronized List<ApiCall> recent(int limit) {
        return List.copyOf(calls.subList(Math.max(0, calls.size() - limit), calls.size()));
    }

    public synchronized List<ApiCall> all() {
        return List.copyOf(calls);
    }
}
