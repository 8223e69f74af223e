package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import java.util.Optional;

/**
 * A consignment without its lines.
 *
 * @param outlet who receives the goods; of a RETURN who sends them back, of a STOCKTAKE where is counted
 * @param sourceOutlet who sends the goods of an OUTLET
 * @param supplier of a SUPPLIER or a RETURN, where one is set
 * @param reference what we call it; empty where the platform has none
 * @param note free text as the platform keeps it; ends with the mark that {@link NewConsignment} was given, unless a person
 *     has changed it there
 * @param version grows with each change, where the platform counts; opaque
 * @param deleted whether it was deleted there and is shown all the same
 */
public record ConsignmentHeader(
        ExternalId id,
        ConsignmentKind kind,
        ConsignmentStatus status,
        ExternalId outlet,
        Optional<ExternalId> sourceOutlet,
        Optional<ExternalId> supplier,
        Optional<String> reference,
        String note,
        Optional<String> version,
        boolean deleted) {

    public ConsignmentState state() {
        return status.state();
    }

    /** Whether it counts: neither deleted nor called off. */
    public boolean isLive() {
        return !deleted && !state().isOff();
    }
}
