package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Stands between us and a till and does, by a seed, what networks and processes do: answers get lost before or after the write, writes
 * land late, the till throttles, the process dies, another worker takes the same order in the middle.
 */
final class FaultyTill {

    /** What a killed process leaves behind: nothing that anybody catches. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int QUIET_IN_TEN = 5;

    private final PurchaseHouse house;
    private final Random random;
    private final Runnable otherWorker;
    private final List<Late> underWay = new ArrayList<>();
    private boolean calm;
    private boolean nested;

    private record Late(Instant at, Runnable write) {}

    FaultyTill(PurchaseHouse house, long seed, Runnable otherWorker) {
        this.house = house;
        this.random = new Random(seed);
        this.otherWorker = otherWorker;
    }

    PurchaseHouse.Ports ports() {
        PurchaseHouse.Ports real = PurchaseHouse.Ports.of(house);
        return new PurchaseHouse.Ports(
                guard(ConsignmentSource.class, real.source(), false),
                guard(ConsignmentSink.class, real.sink(), true),
                guard(ConsignmentLineSink.class, real.lines(), true),
                real.lookup());
    }

    /** No more faults; what is under way lands now. */
    void calmDown() {
        calm = true;
        List<Late> all = new ArrayList<>(underWay);
        underWay.clear();
        all.forEach(late -> late.write().run());
    }

    private void land() {
        Instant now = house.clock.instant();
        List<Late> due =
                underWay.stream().filter(late -> !late.at().isAfter(now)).toList();
        underWay.removeAll(due);
        due.forEach(late -> late.write().run());
    }

    private <T> T guard(Class<T> port, T real, boolean writes) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (method.getName().equals("abilities")) {
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
            default -> house.clock.advance(Duration.ofSeconds(random.nextInt(3)));
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
        underWay.add(new Late(house.clock.instant().plusSeconds(seconds), () -> {
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

    /** Another worker takes the order from beginning to end, or until a fault of its own. */
    private void another() {
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
