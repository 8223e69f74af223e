package io.tallyport.remote;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.BudgetReading;
import io.tallyport.core.connection.BudgetReport;
import io.tallyport.core.connection.BudgetSlice;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's part of a budget that everybody with the same ledger shares: reserves slices and spends them call by
 * call. Whoever comes takes its cost at once and waits afterwards, so that two threads never wait for the same points.
 */
public final class SharedBudget implements RateBudget {

    private static final Logger LOG = LoggerFactory.getLogger(SharedBudget.class);
    private static final long MOST_JITTER_MILLIS = 50;
    /** Sums of fractions are not exact. */
    private static final double CRUMB = 1e-6;

    private final BudgetLedger ledger;
    private final BudgetKey key;
    private final BudgetReading initial;
    private final Clock clock;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;
    private final String holder = UUID.randomUUID().toString();
    /** Fair: a single call is not passed over for ever by many threads. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private double unspent;
    private double underway;
    private double returned;
    private Instant from = Instant.MIN;
    private Instant until = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;
    private Duration pause = Duration.ZERO;
    private double capacity;
    private double perSecond;
    private @Nullable BudgetReading heard;
    private Instant heardAt = Instant.MIN;

    /**
     * A part of which nothing is reserved yet.
     *
     * @param initial what to go by until the platform says more
     * @param around whose ledger, clock, sleeper and jitter it uses
     */
    public SharedBudget(BudgetKey key, BucketReading initial, Surroundings around) {
        this.ledger = around.budgets();
        this.key = key;
        this.initial = reading(initial);
        this.clock = new OnwardClock(around.clock());
        this.sleeper = around.sleeper();
        this.jitter = around.jitter();
    }

    @Override
    public void acquire(double cost) throws InterruptedException {
        Duration wait = take(cost);
        if (wait.isZero()) {
            return;
        }
        try {
            sleeper.sleep(wait.plusMillis((long) (jitter.getAsDouble() * MOST_JITTER_MILLIS)));
        } catch (InterruptedException e) {
            settled(cost, OptionalDouble.of(0), Optional.empty());
            throw e;
        }
    }

    /** Takes the cost, from a new slice if need be, and says how long to wait before sending. */
    Duration take(double cost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!clock.instant().isBefore(until)) {
                returned += unspent;
                unspent = 0;
            }
            if (unspent + CRUMB < cost) {
                reserve(cost - unspent);
            }
            unspent = Math.max(0, unspent - cost);
            underway += cost;
            Instant now = clock.instant();
            Duration forPause = shorter(until(now, pausedUntil), pause);
            Duration forSlice = until(now, from);
            return forPause.compareTo(forSlice) > 0 ? forPause : forSlice;
        } finally {
            lock.unlock();
        }
    }

    private void reserve(double missing) {
        Instant asked = clock.instant();
        BudgetReport report = report(asked);
        returned = 0;
        BudgetSlice slice = ledger.reserve(key, initial, report, missing);
        heard = null;
        unspent += slice.points();
        from = clock.instant().plus(slice.delay());
        until = asked.plus(slice.delay()).plus(slice.life());
        capacity = slice.capacity();
        perSecond = slice.perSecond();
    }

    private BudgetReport report(Instant now) {
        BudgetReport report =
                BudgetReport.nothing(holder).holding(unspent + underway).returning(returned);
        return heard == null ? report : report.told(heard, Duration.between(heardAt, now));
    }

    @Override
    public void settled(double cost, OptionalDouble charged, Optional<BucketReading> reading) {
        lock.lock();
        try {
            underway = Math.max(0, underway - cost);
            unspent = Math.max(0, unspent + cost - charged.orElse(cost));
            reading.ifPresent(told -> {
                heard = reading(told);
                heardAt = clock.instant();
                if (isAnotherPlan(heard)) {
                    tell();
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnotherPlan(BudgetReading told) {
        return told.capacity() != capacity || (told.perSecond() > 0 && told.perSecond() != perSecond);
    }

    /** At once, since it is worth something to the others. What cannot be told now is told with the next reservation. */
    private void tell() {
        BudgetReading told = heard;
        if (told == null) {
            return;
        }
        try {
            BudgetReport report = report(clock.instant());
            returned = 0;
            ledger.report(key, report);
            heard = null;
            capacity = told.capacity();
            perSecond = told.perSecond() > 0 ? told.perSecond() : perSecond;
        } catch (PortException failed) {
            LOG.debug("what {} said about its rate limit could not be shared yet", key, failed);
        }
    }

    @Override
    public void pause(Duration duration) {
        lock.lock();
        try {
            Instant end = clock.instant().plus(duration);
            pausedUntil = end.isAfter(pausedUntil) ? end : pausedUntil;
            pause = duration.compareTo(pause) > 0 ? duration : pause;
            ledger.pause(key, duration);
        } catch (PortException failed) {
            LOG.warn("{} asks for a pause of {}, which other processes could not be told", key, duration, failed);
        } finally {
            lock.unlock();
        }
    }

    private static BudgetReading reading(BucketReading told) {
        return new BudgetReading(told.capacity(), told.available(), told.perSecond());
    }

    private static Duration until(Instant now, Instant then) {
        return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
