package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Computes what a sync would do from what was read, and nothing else: no clock, no store, no network.
 *
 * <p>Rows come in the order of their keys, so that equal input gives an equal plan. Rows in step are counted only,
 * unless something had to be said about their figure. It holds a few rows at a time, however many there are.
 */
public final class PlanStockSync {

    private static final int BATCH = 1000;

    /**
     * What the plan is made from.
     *
     * @param mappings of the route
     * @param sourceRowsBefore how many items the last complete read of the source saw
     * @param activate whether levels that are not stocked shall be switched on
     * @param rules what people have laid down about its rows
     */
    public record Input(
            RoutePolicy policy,
            PlanSide source,
            PlanSide target,
            List<SkuMapping> mappings,
            OptionalLong sourceRowsBefore,
            boolean activate,
            RowRules rules) {

        /** Without rules. */
        public Input(
                RoutePolicy policy,
                PlanSide source,
                PlanSide target,
                List<SkuMapping> mappings,
                OptionalLong sourceRowsBefore,
                boolean activate) {
            this(policy, source, target, mappings, sourceRowsBefore, activate, RowRules.NONE);
        }
    }

    /** Tells at which figures both sides were last known to agree. */
    @FunctionalInterface
    public interface Acknowledgements {

        /** The figures of those of these target items that have one. */
        Map<ExternalId, Quantity> of(Set<ExternalId> targetItems);
    }

    /** Hears of the plan while it is made. */
    public interface Output {

        /** The next row, by key; with an action or a reason. */
        void row(PlanRow row);

        /** Target items that are in step, with the figure, where that is news; not empty. */
        void agreed(Map<ExternalId, Quantity> news);

        /** A target item that is in step, news or not. */
        default void inStep(ExternalId targetItem) {}
    }

    /**
     * What is known of the plan after its last row.
     *
     * @param heldBecause why the whole plan is held; none when it is not
     */
    public record Result(PlanCounts counts, List<String> heldBecause) {}

    public Result plan(Input input, Acknowledgements acknowledged, Output out) {
        PlanTally tally = new PlanTally(
                input.source().levels().items(), input.target().levels().items());
        Matching matching =
                new Matching(input.source(), input.target(), input.policy().scope(), input.mappings());
        List<Matching.Match> batch = new ArrayList<>(BATCH);
        while (matching.hasNext()) {
            batch.add(matching.next());
            if (batch.size() == BATCH || !matching.hasNext()) {
                settle(batch, input, tally, acknowledged, out);
                batch.clear();
            }
        }
        PlanCounts counts = tally.counts();
        return new Result(counts, BlastRadiusGuard.check(input.policy().guard(), counts, input.sourceRowsBefore()));
    }

    private static void settle(
            List<Matching.Match> batch, Input input, PlanTally tally, Acknowledgements acknowledged, Output out) {
        Map<ExternalId, Quantity> known = acknowledged.of(targets(batch));
        input.rules().prepare(sources(batch));
        StockDecision decision = new StockDecision(
                input.policy(), input.rules(), input.activate(), input.source().complete(), known);
        Map<ExternalId, Quantity> news = new HashMap<>();
        for (Matching.Match match : batch) {
            PlanRow row = decision.decide(match);
            if (row.action() == Action.KEEP) {
                out.inStep(row.targetItem().orElseThrow());
                if (!row.acknowledged().equals(row.desired())) {
                    news.put(row.targetItem().orElseThrow(), row.desired().orElseThrow());
                }
            }
            if (tally.add(row)) {
                out.row(row);
            }
        }
        if (!news.isEmpty()) {
            out.agreed(news);
        }
    }

    /** What is paired: nothing else is decided by a rule. */
    private static List<StockLevel> sources(List<Matching.Match> batch) {
        return batch.stream()
                .filter(match -> match.lone().isEmpty())
                .map(match -> match.source().orElseThrow())
                .toList();
    }

    private static Set<ExternalId> targets(List<Matching.Match> batch) {
        Set<ExternalId> items = new HashSet<>();
        for (Matching.Match match : batch) {
            Optional<StockLevel> target = match.target();
            target.ifPresent(level -> items.add(level.item()));
        }
        return items;
    }
}
