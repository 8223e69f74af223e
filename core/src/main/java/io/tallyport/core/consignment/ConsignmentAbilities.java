package io.tallyport.core.consignment;

import java.util.Set;

/**
 * What a platform can do with consignments by its API; what it cannot, a person does there.
 *
 * @param kinds which it has; others are refused before anything is sent
 * @param bulkLines how many lines one {@link ConsignmentLineSink#add} may have; 0 where there is no such call
 * @param delete whether an OPEN one can be deleted
 * @param send whether one can be brought to SENT
 * @param cancel whether one can be called off
 * @param receiveLines whether received quantities can be entered
 * @param complete whether one can be brought to RECEIVED (a count: to COMPLETE), and the goods so into stock
 * @param quantityPlaces how many digits behind the point a quantity keeps
 * @param costPlaces how many digits behind the point a cost keeps
 */
public record ConsignmentAbilities(
        Set<ConsignmentKind> kinds,
        int bulkLines,
        boolean delete,
        boolean send,
        boolean cancel,
        boolean receiveLines,
        boolean complete,
        int quantityPlaces,
        int costPlaces) {

    public ConsignmentAbilities {
        kinds = Set.copyOf(kinds);
        if (bulkLines < 0 || quantityPlaces < 0 || costPlaces < 0) {
            throw new IllegalArgumentException("a number of lines or places is zero or more");
        }
    }
}
