package io.tallyport.core.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts what each source sends that bears no right signature: so many in a window, which begins with the first. */
final class RefusalLimit {

    /** More sources than that at once are a flood; the oldest windows are forgotten then. */
    private static final int SOURCES = 10_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    RefusalLimit(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    private record Window(Instant from, int count) {}

    /** Counts one; whether it is within the limit. */
    synchronized boolean admits(String source) {
        Instant now = clock.instant();
        Window open = windows.get(source);
        if (open == null || !now.isBefore(open.from().plus(window))) {
            makeRoom(now);
            open = new Window(now, 0);
        }
        boolean fits = open.count() < limit;
        if (fits) {
            windows.put(source, new Window(open.from(), open.count() + 1));
        }
        return fits;
    }

    private void makeRoom(Instant now) {
        if (windows.size() >= SOURCES) {
            windows.values().removeIf(old -> !now.isBefore(old.from().plus(window)));
        }
        if (windows.size() >= SOURCES) {
            windows.clear();
        }
    }
}
