package io.tallyport.core.counting;

import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What completing a count would do, as the platform stands now.
 *
 * @param rows one for each line, in the list's order; none when the count would be held
 * @param consignment what it is at the platform, where it was started already
 * @param status how far that has come
 * @param others products that stand in the count there and are not in the list; nothing is completed while there are any
 * @param missing SKUs of the list that the count there is not about
 * @param hold why nothing would be sent; empty where nothing is in the way
 */
public record CountPlan(
        List<CountRow> rows,
        Optional<ExternalId> consignment,
        Optional<ConsignmentStatus> status,
        List<ExternalId> others,
        List<String> missing,
        Optional<Hold> hold) {

    public CountPlan {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
        missing = List.copyOf(missing);
    }

    /** What is in the way. */
    public record Hold(ErrorCode code, String reason) {}

    static CountPlan held(ErrorCode code, String reason) {
        return new CountPlan(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(new Hold(code, reason)));
    }

    /** How many lines would do this. */
    public int count(CountRow.Change change) {
        return (int) rows.stream().filter(row -> row.change() == change).count();
    }

    /** The consent that completing needs. */
    public CountConsent needed() {
        return CountConsent.neededBy(rows);
    }

    /** All present levels together; lines without one count nothing. */
    public Quantity present() {
        return rows.stream().flatMap(row -> row.present().stream()).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** All that was counted. */
    public Quantity counted() {
        return rows.stream().map(CountRow::counted).reduce(Quantity.ZERO, Quantity::plus);
    }
}
