package io.tallyport.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are being answered, so that a stop can let them end and take no further ones. */
final class Draining {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int running;
    private boolean stopping;

    /** Whether one more may begin; whoever began says when it has ended. */
    boolean begin() {
        lock.lock();
        try {
            if (!stopping) {
                running++;
            }
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            running--;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no further ones, and returns when those that run have ended or the time is over. */
    void stop(Duration limit) {
        lock.lock();
        try {
            stopping = true;
            long left = limit.toNanos();
            while (running > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
