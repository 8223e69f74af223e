package io.tallyport.core.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes the workers of this process when there is something to do, so that they need not wait for their next look. Thread-safe. */
public final class JobSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Says that jobs have been added, once their transaction is committed. Returns at once. Whoever enqueues in a
     * transaction of its own calls it after the commit; without that, workers find the jobs at their next look.
     */
    public void fire() {
        listeners.forEach(Runnable::run);
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void unlisten(Runnable listener) {
        listeners.remove(listener);
    }
}
