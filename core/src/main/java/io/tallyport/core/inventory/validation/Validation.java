package io.tallyport.core.inventory.validation;

import io.tallyport.core.inventory.RouteComparison.ReadExtent;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of comparing both ends of a route.
 *
 * @param reads what was read, in order: its name, and how far
 * @param rows how many items and pairs were looked at
 * @param off how many of them have a flaw
 * @param compared how many pairs have two figures that can be compared
 * @param equal how many of those are in step
 * @param byFlaw how often each was found
 * @param notes what a reader must know, such as what was not compared
 */
public record Validation(
        ValidationId id,
        RouteId route,
        ValidationKind kind,
        Instant started,
        Instant finished,
        List<Read> reads,
        long rows,
        long off,
        long compared,
        long equal,
        Map<Flaw, Long> byFlaw,
        List<String> notes) {

    public Validation {
        reads = List.copyOf(reads);
        byFlaw = Map.copyOf(byFlaw);
        notes = List.copyOf(notes);
    }

    /** A read and how far it came. */
    public record Read(String name, ReadExtent extent) {}

    /** When which one was made. */
    record Frame(ValidationId id, Instant started, Instant finished) {}

    /** Whether every read proved that it saw everything. */
    public boolean isProven() {
        return reads.stream().allMatch(read -> read.extent().complete());
    }

    /** Whether nothing is off, and that is proven. */
    public boolean isClean() {
        return off == 0 && isProven();
    }
}
