package io.tallyport.sandbox.control;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens at one location of the web shop without passing through its API. SKUs are matched exactly; where two variants share one,
 * the first in catalogue order is meant. Every call is atomic and may come from any thread.
 *
 * <p>The three writing methods answer the level afterwards, and throw {@link IllegalArgumentException} with a message
 * naming the SKU when it is unknown or has no level at the location, or when the units do not fit.
 */
public interface ShopifyControl {

    /** An online order: {@code units} (1 or more) move from available to committed; available may fall below zero. */
    ShopLevel order(String sku, int units);

    /** {@code units} (at most those committed) leave the house: committed and on hand fall, available stays. */
    ShopLevel fulfil(String sku, int units);

    /** Sets the available units, as a member of staff would; committed stays. */
    ShopLevel setAvailable(String sku, int units);

    /** The level of {@code sku}; empty where the SKU is unknown or not stocked at the location. */
    Optional<ShopLevel> level(String sku);

    /** Every level at the location in catalogue order; read at leisure, not a snapshot. */
    Stream<ShopLevel> levels();

    /** The same at the location of that id; empty where there is none. */
    Optional<ShopifyControl> location(String id);

    /** How much there is of what, by names such as {@code products}, {@code variants}, {@code levels}. */
    Map<String, Long> counts();
}
