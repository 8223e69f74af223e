package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Set;

/**
 * The levels of one location, each item once, in an order that two locations can be joined by without holding either in
 * memory.
 */
public interface OrderedLevels {

    /** By {@link #key}, then by item, both as {@link String#compareTo} has it. */
    Comparator<StockLevel> ORDER = Comparator.comparing(OrderedLevels::key)
            .thenComparing(level -> level.item().value());

    /** What a level is ordered by: the normal form of its SKU, or its item's id where it has none. */
    static String key(StockLevel level) {
        return level.sku().isPresent()
                ? level.sku().get().value()
                : level.item().value();
    }

    /** How many items there are. */
    long items();

    /** All levels by {@link #ORDER}; may be asked for again, and then begins again. Not for several threads. */
    Iterator<StockLevel> inOrder();

    /** The levels of just these items, in any order; an item that is not there is left out. */
    Collection<StockLevel> of(Set<ExternalId> items);
}
