package io.tallyport.runtime;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of handlers that begin right after their hook is stored: few, and what they cannot take is the job's. */
final class DirectThreads {

    private static final int THREADS = 2;
    private static final int WAITING = 1_000;
    private static final int IDLE_SECONDS = 30;

    private DirectThreads() {}

    static Executor start() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "direct-webhook");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
