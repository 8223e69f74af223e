package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop's staff do to consignments in the POS itself, without the API's rules. A consignment is named by its id or by
 * its reference, of which the first is meant. Every call is atomic and may come from any thread; what is unknown is an
 * {@link IllegalArgumentException} that names it. The writing methods answer the consignment afterwards.
 */
public interface ConsignmentControl {

    /** Every consignment that was not deleted, with its lines by SKU, in the order in which they were made. */
    ArrayNode consignments();

    /** Makes an order at the first supplier, or one of another type, open and empty, at the first outlet. */
    ObjectNode make(String type, String reference);

    /**
     * Enters goods that have come, by SKU, and where wanted closes the order, which moves the stock. A SKU that was not
     * ordered is put on it.
     *
     * @param goods empty for exactly what was ordered
     * @param complete false to leave the order DISPATCHED
     */
    ObjectNode receive(String consignment, Map<String, BigDecimal> goods, boolean complete);

    /** Sets any status at all, backwards too, or one that nobody knows; no stock moves. */
    ObjectNode status(String consignment, String status);

    /** Adds a line or changes one; what is empty stays as it is. */
    ObjectNode line(String consignment, String sku, Optional<BigDecimal> count, Optional<BigDecimal> cost);

    /** Takes a line off. */
    ObjectNode withoutLine(String consignment, String sku);

    /** What is in force. */
    Manners manners();

    /** Puts other manners in force. */
    void manners(Manners manners);

    /**
     * How the API behaves where the vendor's pages differ or are silent.
     *
     * @param wrapped whether one consignment or line is answered under {@code data}, else flat
     * @param enveloped whether 2.0's list of consignments has an envelope, else it is a bare array
     * @param repeated what a second POST of the same product does
     * @param lineMoves whether a change of a line gives the consignment a new version
     * @param pace how long the background task takes to list what a count is about
     */
    record Manners(boolean wrapped, boolean enveloped, Repeated repeated, boolean lineMoves, Duration pace) {

        /** What becomes of a line that is posted again. */
        public enum Repeated {
            SETS,
            ADDS,
            REFUSED
        }
    }
}
