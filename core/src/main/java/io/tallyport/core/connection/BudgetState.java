package io.tallyport.core.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * A shared budget at one moment, and the rules by which it changes; what a {@link BudgetLedger} keeps for each key.
 *
 * <p>It is a token bucket that each reservation is taken from at once. What the platform says corrects it. Who heard it
 * knows what it holds itself, but not what others have spent since; so a reading is a pair of bounds, which meet when
 * nobody else is about, and the figure is moved no further than into them.
 *
 * @param capacity what can be spent at once when nothing was spent for long
 * @param available what nobody has reserved; negative while reservations wait
 * @param perSecond what comes back
 * @param granted all that was ever reserved, less what was given back
 * @param asOf when {@code available} was that
 * @param pausedUntil nothing reserved now may be spent before
 * @param shares what each holder has
 */
public record BudgetState(
        double capacity,
        double available,
        double perSecond,
        double granted,
        Instant asOf,
        Instant pausedUntil,
        BudgetShares shares) {

    /** How long a slice may be spent. */
    public static final Duration LIFE = Duration.ofSeconds(1);

    private static final double SLOWEST = 0.01;
    private static final double NANOS = 1e9;

    public BudgetState {
        capacity = Math.max(1, capacity);
        perSecond = Math.max(SLOWEST, perSecond);
    }

    /** A budget of which nothing has been reserved. */
    public static BudgetState starting(BudgetReading initial, Instant now) {
        return new BudgetState(
                initial.capacity(), initial.available(), initial.perSecond(), 0, now, now, BudgetShares.NONE);
    }

    /** A reservation, and the budget after it. */
    public record Granted(BudgetState state, BudgetSlice slice) {}

    /** See {@link BudgetLedger#reserve}. */
    public Granted reserve(BudgetReport report, double points, Instant now) {
        Instant at = inOrder(now);
        return report(report, at).granting(report, points, at);
    }

    private Granted granting(BudgetReport report, double points, Instant now) {
        String holder = report.holder();
        double slice = slice(shares.others(holder, now), points);
        double left = available - slice;
        Duration delay = longer(seconds(Math.max(0, -left) / perSecond), Duration.between(now, pausedUntil));
        double all = granted + slice;
        BudgetShare share = new BudgetShare(
                holder, report.holding() + slice, now.plus(delay).plus(LIFE), all - shares.heldByOthers(holder, now));
        BudgetState after = new BudgetState(capacity, left, perSecond, all, asOf, pausedUntil, shares.with(share));
        return new Granted(after, new BudgetSlice(slice, delay, LIFE, capacity, perSecond));
    }

    /**
     * A second's worth, divided among those who are about; half of it where it has to be waited for, so that nobody waits
     * long behind a slice that is spent slowly. A whole call's worth in any case.
     */
    private double slice(long others, double points) {
        double second = perSecond * LIFE.toSeconds() / (1 + others);
        double fair = available >= second ? second : second / 2;
        return Math.min(capacity, Math.max(points, fair));
    }

    /** See {@link BudgetLedger#report}. */
    public BudgetState report(BudgetReport report, Instant asked) {
        Instant now = inOrder(asked);
        BudgetState before = following(now);
        double others = before.shares.spentByOthers(report.holder(), granted);
        double held = before.shares.heldByOthers(report.holder(), now) + report.holding();
        double seconds = Duration.between(before.asOf, now).toNanos() / NANOS;
        BudgetState refilled = new BudgetState(
                capacity,
                Math.min(capacity - held, available + report.returned() + seconds * perSecond),
                perSecond,
                granted - report.returned(),
                now,
                before.pausedUntil,
                before.shares.withHolding(report.holder(), report.holding()));
        return report.reading()
                .map(reading -> refilled.corrected(reading, report, others))
                .orElse(refilled);
    }

    private BudgetState corrected(BudgetReading reading, BudgetReport report, double spentByOthers) {
        double rate = reading.perSecond() > 0 ? reading.perSecond() : perSecond;
        double since = Math.max(0, report.age().toNanos() / NANOS) * rate;
        double most = Math.min(reading.capacity(), reading.available() + since) - report.holding();
        double least = most - spentByOthers;
        double bounded = Math.max(least, Math.min(most, available));
        return new BudgetState(reading.capacity(), bounded, rate, granted, asOf, pausedUntil, shares);
    }

    /** See {@link BudgetLedger#pause}. */
    public BudgetState pause(Duration length, Instant now) {
        BudgetState before = following(now);
        Instant until = now.plus(length);
        Instant later = until.isAfter(before.pausedUntil) ? until : before.pausedUntil;
        return new BudgetState(capacity, available, perSecond, granted, before.asOf, later, before.shares);
    }

    /** Who looked at the clock before somebody else was served has not turned it back. */
    private Instant inOrder(Instant now) {
        return now.isBefore(asOf) && now.plus(LIFE).isAfter(asOf) ? asOf : now;
    }

    /** The same, moved along with a clock that was set back. */
    private BudgetState following(Instant now) {
        Duration back = longer(Duration.between(now, asOf), Duration.ZERO);
        return new BudgetState(
                capacity,
                available,
                perSecond,
                granted,
                asOf.minus(back),
                pausedUntil.minus(back),
                shares.kept(now, back));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) Math.ceil(seconds * NANOS));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
