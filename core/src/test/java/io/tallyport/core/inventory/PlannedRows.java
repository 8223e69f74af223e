package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that a plan says, collected. */
final class PlannedRows implements PlanStockSync.Output {

    final List<PlanRow> rows = new ArrayList<>();
    final Map<ExternalId, Quantity> agreed = new HashMap<>();
    final PlanStockSync.Result result;

    private PlannedRows(PlanStockSync.Input input, Map<ExternalId, Quantity> acknowledged) {
        result = new PlanStockSync().plan(input, items -> known(acknowledged, items), this);
    }

    static PlannedRows of(PlanStockSync.Input input) {
        return new PlannedRows(input, Map.of());
    }

    static PlannedRows of(PlanStockSync.Input input, Map<ExternalId, Quantity> acknowledged) {
        return new PlannedRows(input, acknowledged);
    }

    private static Map<ExternalId, Quantity> known(Map<ExternalId, Quantity> acknowledged, Set<ExternalId> items) {
        Map<ExternalId, Quantity> known = new HashMap<>(acknowledged);
        known.keySet().retainAll(items);
        return known;
    }

    @Override
    public void row(PlanRow row) {
        rows.add(row);
    }

    @Override
    public void agreed(Map<ExternalId, Quantity> news) {
        agreed.putAll(news);
    }
}
