package io.tallyport.core.consignment;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Stands between us and a till and does, by a seed, what networks and processes do: answers get lost before or after the write, writes
 * land late, the till throttles, the process dies, another worker takes the same thing in the middle.
 */
public final class FaultyTill {

    /** What a killed process leaves behind: nothing that anybody catches. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int QUIET_IN_TEN = 5;

    /** What costs no call. */
    private static final Set<String> FREE = Set.of("abilities", "mostItems");

    private final SettableClock clock;
    private final Random random;
    private final Runnable otherWorker;
    private final List<Late> underWay = new ArrayList<>();
    private boolean calm;
    private boolean nested;

    private record Late(Instant at, Runnable write) {}

    /**
     * A till.
     *
     * @param otherWorker does the same work, or other work on the same thing
     */
    public FaultyTill(SettableClock clock, long seed, Runnable otherWorker) {
        this.clock = clock;
        this.random = new Random(seed);
        this.otherWorker = otherWorker;
    }

    /** No more faults; what is under way lands now. */
    public void calmDown() {
        calm = true;
        List<Late> all = new ArrayList<>(underWay);
        underWay.clear();
        all.forEach(late -> late.write().run());
    }

    private void land() {
        Instant now = clock.instant();
        List<Late> due =
                underWay.stream().filter(late -> !late.at().isAfter(now)).toList();
        underWay.removeAll(due);
        due.forEach(late -> late.write().run());
    }

    /**
     * A port with faults on the way.
     *
     * @param writes whether its calls change anything
     */
    public <T> T guard(Class<T> port, T real, boolean writes) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (FREE.contains(method.getName())) {
                return method.invoke(real, args);
            }
            land();
            return calm || random.nextInt(10) < QUIET_IN_TEN
                    ? invoke(real, method, args)
                    : writes ? write(real, method, args) : read(real, method, args);
        }));
    }

    private Object read(Object real, Method method, Object[] args) throws Throwable {
        switch (random.nextInt(8)) {
            case 0 -> throw throttled();
            case 1 -> throw new Killed();
            case 2 -> another();
            default -> clock.advance(Duration.ofSeconds(random.nextInt(3)));
        }
        return invoke(real, method, args);
    }

    private Object write(Object real, Method method, Object[] args) throws Throwable {
        switch (random.nextInt(10)) {
            case 0 -> throw throttled();
            case 1 -> throw new Killed();
            case 2 -> {
                invoke(real, method, args);
                throw new Killed();
            }
            case 3 -> throw lost();
            case 4, 5 -> {
                invoke(real, method, args);
                throw lost();
            }
            case 6 -> throw late(real, method, args, random.nextInt(100));
            case 7 -> throw late(real, method, args, 120 + random.nextInt(600));
            case 8 -> another();
            default -> {
                Object answer = invoke(real, method, args);
                another();
                return answer;
            }
        }
        return invoke(real, method, args);
    }

    private PortException late(Object real, Method method, Object[] args, int seconds) {
        underWay.add(new Late(clock.instant().plusSeconds(seconds), () -> {
            try {
                method.invoke(real, args);
            } catch (InvocationTargetException refused) {
                // The till refuses what does not fit any more, and nobody hears of it.
                if (!(refused.getCause() instanceof PortException)) {
                    throw new AssertionError(refused.getCause());
                }
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }));
        return lost();
    }

    /** Another worker takes it from beginning to end, or until a fault of its own. */
    public void another() {
        if (!nested) {
            nested = true;
            try {
                otherWorker.run();
            } finally {
                nested = false;
            }
        }
    }

    private static Object invoke(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static PortException throttled() {
        return new PortException.Transient(FailureContext.of("till"), "too many requests", null);
    }

    private static PortException lost() {
        return new PortException.UnknownOutcome(FailureContext.of("till"), "no answer", null);
    }
}
