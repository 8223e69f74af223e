package io.tallyport.core.webhook;

import io.tallyport.core.kernel.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores what arrives at the same time in one commit: whoever is at the door when the last commit has returned takes all
 * that wait along. So hooks that come together pay for one commit, and one that comes alone waits for nobody.
 */
final class IntakeLine {

    private static final int MOST = 256;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Function<List<NewWebhook>, List<StoredWebhook>> commit;
    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
    private final ReentrantLock door = new ReentrantLock();

    /** @param commit stores them in one transaction, and answers each */
    IntakeLine(Function<List<NewWebhook>, List<StoredWebhook>> commit) {
        this.commit = commit;
    }

    /** Guarded by the door once it is in the line. */
    private static final class Waiting {

        private final NewWebhook hook;
        private @Nullable StoredWebhook answer;
        private @Nullable RuntimeException failure;

        Waiting(NewWebhook hook) {
            this.hook = hook;
        }

        boolean isDone() {
            return answer != null || failure != null;
        }
    }

    /** Returns once it is committed. */
    StoredWebhook store(NewWebhook hook) {
        Waiting mine = new Waiting(hook);
        line.add(mine);
        door.lock();
        try {
            while (!mine.isDone()) {
                commit(next());
            }
        } finally {
            door.unlock();
        }
        StoredWebhook answer = mine.answer;
        if (answer == null) {
            throw failureOf(mine);
        }
        return answer;
    }

    private static RuntimeException failureOf(Waiting waiting) {
        RuntimeException failure = waiting.failure;
        return failure == null ? new IllegalStateException("neither stored nor failed") : failure;
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        long bytes = 0;
        Waiting first = line.peek();
        while (first != null
                && batch.size() < MOST
                && (batch.isEmpty() || bytes + first.hook.body().size() <= MOST_BYTES)) {
            bytes += first.hook.body().size();
            batch.add(first);
            line.remove();
            first = line.peek();
        }
        return batch;
    }

    private void commit(List<Waiting> batch) {
        try {
            List<StoredWebhook> answers =
                    commit.apply(batch.stream().map(waiting -> waiting.hook).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer = answers.get(i);
            }
        } catch (PortException.Rejected | PortException.Protocol unfit) {
            failed(batch, unfit);
        } catch (RuntimeException failure) {
            batch.forEach(waiting -> waiting.failure = failure);
        }
    }

    /** One that the storage does not take must not be the others' misfortune. */
    private void failed(List<Waiting> batch, RuntimeException failure) {
        if (batch.size() == 1) {
            batch.get(0).failure = failure;
        } else {
            batch.forEach(waiting -> commit(List.of(waiting)));
        }
    }
}
