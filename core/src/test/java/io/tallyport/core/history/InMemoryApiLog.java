package io.tallyport.core.history;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The journal of remote calls in memory; like the real one it stands outside of any unit of work. */
public final class InMemoryApiLog implements ApiLog {

    private final Deque<ApiCall> calls = new ArrayDeque<>();

    @Override
    public synchronized void record(ApiCall call) {
        calls.push(new ApiCall(
                call.at().truncatedTo(ChronoUnit.MICROS),
                call.connection(),
                call.operation(),
                call.method(),
                call.path(),
                call.status(),
                Duration.of(call.took().toNanos() / 1000, ChronoUnit.MICROS),
                call.requestId(),
                call.error()));
    }

    @Override
    public synchronized List<ApiCall> recent(int limit) {
        return calls.stream().limit(limit).toList();
    }
}
