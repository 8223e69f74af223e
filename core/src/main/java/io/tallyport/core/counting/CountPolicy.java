package io.tallyport.core.counting;

import io.tallyport.core.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How counts are carried out, and which lines a person must name before they become stock.
 *
 * @param answersUnderWay how long after a call its effect may still come about although no answer did
 * @param listing after how long it is worth looking again whether the platform has listed what a count is about
 * @param largePercent a line is a large change when it differs by more than so many percent of the present level
 * @param largeUnits and by at least so many units; a line without a present level by these alone
 */
public record CountPolicy(Duration answersUnderWay, Duration listing, int largePercent, Quantity largeUnits) {

    /** Two minutes, ten seconds, more than half of the level and at least ten units. */
    public static final CountPolicy DEFAULT =
            new CountPolicy(Duration.ofMinutes(2), Duration.ofSeconds(10), 50, Quantity.of(10));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public CountPolicy {
        if (answersUnderWay.isNegative() || answersUnderWay.isZero() || listing.isNegative() || listing.isZero()) {
            throw new IllegalArgumentException("times are more than zero");
        }
        if (largePercent < 0 || largeUnits.isNegative()) {
            throw new IllegalArgumentException("limits are zero or more");
        }
    }

    /** What a line would do to the stock. */
    CountRow.Change change(Optional<Quantity> present, Quantity counted) {
        Quantity before = present.orElse(Quantity.ZERO);
        Quantity difference = counted.minus(before).abs();
        if (counted.isZero() && before.signum() > 0) {
            return CountRow.Change.TO_ZERO;
        }
        if (difference.isZero()) {
            return CountRow.Change.NONE;
        }
        boolean share = difference
                        .units()
                        .multiply(HUNDRED)
                        .compareTo(before.abs().units().multiply(BigDecimal.valueOf(largePercent)))
                > 0;
        return share && difference.compareTo(largeUnits) >= 0 ? CountRow.Change.LARGE : CountRow.Change.SMALL;
    }
}
