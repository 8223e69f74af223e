package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a user does to R-Series purchase orders in the POS itself. An order is named by its id or its {@code refNum}, of which the
 * first is meant. Every call is atomic and may come from any thread; what is unknown is an {@link IllegalArgumentException}.
 * The writing methods answer the order afterwards.
 */
public interface PurchaseControl {

    /** Every order with its lines by SKU, in the order in which they were made. */
    ArrayNode orders();

    /**
     * Checks goods in, by SKU, and where wanted finishes the order: they are in stock then, and it is complete.
     *
     * @param goods empty for exactly what was ordered
     */
    ObjectNode receive(String order, Map<String, BigDecimal> goods, boolean finish);

    /** Adds a line or changes one. */
    ObjectNode line(String order, String sku, BigDecimal quantity);
}
