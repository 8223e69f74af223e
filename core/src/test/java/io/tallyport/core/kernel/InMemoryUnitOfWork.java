package io.tallyport.core.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A unit of work over all {@link InMemoryTable}s that the thread touches; one thread at a time. */
public final class InMemoryUnitOfWork implements UnitOfWork {

    private static final ThreadLocal<Deque<Runnable>> UNDO = new ThreadLocal<>();
    private static final ThreadLocal<List<Runnable>> AFTER = ThreadLocal.withInitial(ArrayList::new);

    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Override
    public <T> T inOne(Supplier<T> body) {
        oneAtATime.lock();
        Deque<Runnable> open = UNDO.get();
        Deque<Runnable> undo = open == null ? new ArrayDeque<>() : open;
        int mark = undo.size();
        int later = AFTER.get().size();
        UNDO.set(undo);
        boolean done = false;
        try {
            T result = body.get();
            done = true;
            return result;
        } finally {
            while (!done && undo.size() > mark) {
                undo.pop().run();
            }
            List<Runnable> after = AFTER.get();
            if (!done) {
                after.subList(later, after.size()).clear();
            }
            if (open == null) {
                UNDO.remove();
                AFTER.remove();
            }
            oneAtATime.unlock();
            if (open == null) {
                after.forEach(InMemoryUnitOfWork::quietly);
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (UNDO.get() == null) {
            quietly(action);
        } else {
            AFTER.get().add(action);
        }
    }

    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException ignored) {
            // Nothing depends on it.
            return;
        }
    }

    /** Runs {@code undo} when the thread's present unit of work fails; outside of one it is forgotten. */
    static void undoLater(Runnable undo) {
        Deque<Runnable> open = UNDO.get();
        if (open != null) {
            open.push(undo);
        }
    }
}
