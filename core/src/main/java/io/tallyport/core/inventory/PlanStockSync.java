package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Computes what a sync would do from what was read, and nothing else: no clock, no store, no network.
 *
 * <p>Rows come in the order of their keys, so that equal input gives an equal plan. Rows in step are counted only,
 * unless something had to be said about their figure.
 */
public final class PlanStockSync {

    private static final Comparator<PlanRow> BY_KEY = Comparator.comparing(PlanRow::key)
            .thenComparing(row -> row.sourceItem().map(ExternalId::value).orElse(""))
            .thenComparing(row -> row.targetItem().map(ExternalId::value).orElse(""));

    /**
     * What the plan is made from.
     *
     * @param mappings of the route
     * @param acknowledged by target item
     * @param sourceRowsBefore how many items the last complete read of the source saw
     * @param activate whether levels that are not stocked shall be switched on
     */
    public record Input(
            RoutePolicy policy,
            ReadLevels source,
            ReadLevels target,
            List<SkuMapping> mappings,
            Map<ExternalId, Quantity> acknowledged,
            OptionalLong sourceRowsBefore,
            boolean activate) {}

    /**
     * The plan.
     *
     * @param rows by key, all with an action or a reason
     * @param agreed target items that are in step, with the figure, where that is news
     * @param heldBecause why the whole plan is held; none when it is not
     */
    public record Result(
            List<PlanRow> rows, PlanCounts counts, Map<ExternalId, Quantity> agreed, List<String> heldBecause) {}

    public Result plan(Input input) {
        StockDecision decision = new StockDecision(
                input.policy(), input.activate(), input.source().complete(), input.acknowledged());
        PlanTally tally = new PlanTally(
                input.source().levels().size(), input.target().levels().size());
        List<PlanRow> rows = new ArrayList<>();
        for (Matching.Match match :
                Matching.of(input.source(), input.target(), input.policy().scope(), input.mappings())) {
            PlanRow row = decision.decide(match);
            if (tally.add(row)) {
                rows.add(row);
            }
        }
        rows.sort(BY_KEY);
        PlanCounts counts = tally.counts();
        List<String> held = BlastRadiusGuard.check(input.policy().guard(), counts, input.sourceRowsBefore());
        return new Result(List.copyOf(rows), counts, tally.agreed(), held);
    }
}
