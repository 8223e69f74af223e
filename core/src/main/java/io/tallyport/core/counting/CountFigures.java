package io.tallyport.core.counting;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what was counted with the levels at the outlet. */
final class CountFigures {

    private CountFigures() {}

    static List<CountRow> rows(CountItems items, InventorySource levels, CountPolicy policy) {
        Map<ExternalId, Quantity> present = new HashMap<>();
        for (StockLevel level : levels.levelsOf(items.outlet(), items.lines().keySet())) {
            level.onHand().ifPresent(figure -> present.put(level.item(), figure));
        }
        List<CountRow> rows = new ArrayList<>();
        items.lines().forEach((item, line) -> {
            Optional<Quantity> before = Optional.ofNullable(present.get(item));
            rows.add(new CountRow(line.sku(), item, before, line.counted(), policy.change(before, line.counted())));
        });
        return rows;
    }
}
