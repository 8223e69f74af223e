package io.tallyport.sandbox.control;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens at a POS without passing through its API, all in one shop or outlet. SKUs are matched exactly; where two
 * items share one, the first in catalogue order is meant. Every call is atomic and may come from any thread.
 *
 * <p>The writing methods answer the level afterwards, and throw {@link IllegalArgumentException} with a message naming
 * the SKU when it is unknown or has no stock row.
 */
public interface PosControl {

    /** A sale at the till; the quantity on hand may fall below zero. */
    PosLevel sell(String sku, BigDecimal quantity);

    /** Sets the quantity on hand, as a member of staff would. */
    PosLevel set(String sku, BigDecimal quantity);

    /** The level of {@code sku}; empty where the SKU is unknown or has no row there. */
    Optional<PosLevel> level(String sku);

    /** Every level there in catalogue order; a snapshot. */
    Stream<PosLevel> levels();

    /** How much there is of what. */
    Map<String, Long> counts();
}
