package io.tallyport.core.inventory;

import java.util.Collection;
import java.util.List;

/**
 * What a read of one location saw.
 *
 * @param levels each item once, as last seen
 * @param complete whether the read proved that it saw every item there is
 * @param mark where a later read of changes begins
 */
public record ReadLevels(Collection<StockLevel> levels, boolean complete, Watermark mark) {

    public ReadLevels {
        levels = List.copyOf(levels);
    }
}
