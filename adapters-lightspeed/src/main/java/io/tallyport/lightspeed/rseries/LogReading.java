package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells our own change among the entries of the log, in their order.
 *
 * <p>We set a level to what we saw plus a difference. Had nothing moved in between, the log says that difference; had
 * something, it says as much less or more, and what moved stands right before.
 */
final class LogReading {

    private LogReading() {}

    /**
     * What changed by our setting, which was meant to change {@code wanted}; empty where no entry, or several different
     * ones, can be ours.
     */
    static Optional<Quantity> ours(List<LogEntry> entries, Quantity wanted) {
        List<Quantity> changes = IntStream.range(0, entries.size())
                .filter(at -> !entries.get(at).caused() && isExplained(entries, at, wanted))
                .mapToObj(at -> entries.get(at).change())
                .distinct()
                .toList();
        return changes.size() == 1 ? Optional.of(changes.get(0)) : Optional.empty();
    }

    /** Whether it is the wanted change, but for some of the entries right before it. */
    private static boolean isExplained(List<LogEntry> entries, int at, Quantity wanted) {
        Quantity expected = wanted;
        for (int before = at - 1; before >= 0; before--) {
            if (entries.get(at).change().equals(expected)) {
                return true;
            }
            expected = expected.minus(entries.get(before).change());
        }
        return entries.get(at).change().equals(expected);
    }

    /**
     * What was taken away by the only figure that was set, where that was zero because the wanted change would have gone
     * below it; empty where it was not so.
     *
     * @param level what there is after all the entries
     */
    static Optional<Quantity> takenToZero(List<LogEntry> entries, Quantity level, Quantity wanted) {
        List<LogEntry> set = entries.stream().filter(entry -> !entry.caused()).toList();
        if (set.size() != 1) {
            return Optional.empty();
        }
        LogEntry only = set.get(0);
        Quantity since = LogEntry.sum(entries.subList(entries.indexOf(only) + 1, entries.size()));
        boolean ours = only.change().isNegative()
                && only.change().compareTo(wanted) > 0
                && level.minus(since).isZero();
        return ours ? Optional.of(only.change()) : Optional.empty();
    }

    /** What figures that were set, by us or by hand, have changed in all. */
    static Quantity setInAll(List<LogEntry> entries) {
        return LogEntry.sum(entries.stream().filter(entry -> !entry.caused()).toList());
    }

    static boolean anySet(List<LogEntry> entries) {
        return entries.stream().anyMatch(entry -> !entry.caused());
    }
}
