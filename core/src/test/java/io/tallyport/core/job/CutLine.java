package io.tallyport.core.job;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a storage that can be cut for a while, or lose single answers. */
final class CutLine {

    private volatile boolean cut;
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<String> loseAnswerOf = ConcurrentHashMap.newKeySet();

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /** How many calls failed since the line was made. */
    int refused() {
        return refused.get();
    }

    /** The next answer of that call that is not empty is lost. */
    void loseAnswerOf(String call) {
        loseAnswerOf.add(call);
    }

    boolean hasLost(String call) {
        return !loseAnswerOf.contains(call);
    }

    JobPorts over(JobPorts ports) {
        return new JobPorts(
                line(JobQueue.class, ports.queue()),
                line(QueueUpkeep.class, ports.upkeep()),
                line(Workers.class, ports.workers()),
                line(JobFence.class, ports.fence()));
    }

    private <T> T line(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (cut) {
                refused.incrementAndGet();
                throw new PortException.Transient(
                        FailureContext.of(method.getName()), "the database cannot be reached", null);
            }
            try {
                Object answer = method.invoke(real, args);
                if (!String.valueOf(answer).equals("[]") && loseAnswerOf.remove(method.getName())) {
                    throw new PortException.UnknownOutcome(
                            FailureContext.of(method.getName()), "the answer is lost", null);
                }
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
