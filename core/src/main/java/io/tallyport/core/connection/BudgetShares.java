package io.tallyport.core.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all holders have out of a budget.
 *
 * @param all one for each holder; some are void already, and remembered for what their holders have seen
 */
public record BudgetShares(List<BudgetShare> all) {

    public static final BudgetShares NONE = new BudgetShares(List.of());

    /** Longer than a call underway lasts. */
    private static final Duration MEMORY = Duration.ofMinutes(2);

    public BudgetShares {
        all = List.copyOf(all);
    }

    /** How many others have something that is not void. */
    long others(String holder, Instant now) {
        return live(holder, now).count();
    }

    /** How much they have. */
    double heldByOthers(String holder, Instant now) {
        return live(holder, now).mapToDouble(BudgetShare::points).sum();
    }

    private Stream<BudgetShare> live(String holder, Instant now) {
        return all.stream()
                .filter(share -> !share.holder().equals(holder))
                .filter(share -> share.until().isAfter(now));
    }

    /** The most that others may have spent since the holder last asked; no limit for a stranger among others. */
    double spentByOthers(String holder, double granted) {
        return all.stream()
                .filter(share -> share.holder().equals(holder))
                .findFirst()
                .map(mine -> Math.max(0, granted - mine.seen()))
                .orElse(all.isEmpty() ? 0 : Double.MAX_VALUE);
    }

    BudgetShares with(BudgetShare mine) {
        List<BudgetShare> next = new ArrayList<>(all);
        next.removeIf(share -> share.holder().equals(mine.holder()));
        next.add(mine);
        return new BudgetShares(next);
    }

    BudgetShares withHolding(String holder, double points) {
        return new BudgetShares(all.stream()
                .map(share -> share.holder().equals(holder) ? share.holding(points) : share)
                .toList());
    }

    /** Moved along with a clock that was set back, and without holders that are long gone. */
    BudgetShares kept(Instant now, Duration back) {
        return new BudgetShares(all.stream()
                .map(share -> share.earlier(back))
                .filter(share -> share.until().plus(MEMORY).isAfter(now))
                .toList());
    }
}
