package io.tallyport.core.counting;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was counted at one outlet.
 *
 * @param outlet a name that a person has mapped to an outlet of the connection
 * @param note free text for people at the platform
 * @param lines at least one, each SKU once
 * @param whole whether the list is meant to have every product of the outlet; the platform then lists all it has, and one that is not
 *     in the list holds the count
 */
public record StockCount(
        ConnectionId connection,
        CountReference reference,
        String outlet,
        String note,
        List<CountedLine> lines,
        boolean whole) {

    public StockCount {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a count has at least one line");
        }
        Set<Sku> seen = new HashSet<>();
        for (CountedLine line : lines) {
            if (!seen.add(line.sku())) {
                throw new IllegalArgumentException("the SKU " + line.sku() + " is in the list twice; count it once");
            }
        }
    }
}
