package io.tallyport.core.inventory;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * Two small shops full of trouble, and what a route between them knows: SKUs that stand twice, are missing or are other
 * items' ids, pages that come again, items that are renamed while they are read, mappings that lead nowhere.
 */
public final class RandomShops {

    private static final String[] SKUS = {
        "A", "A", "B", "B1", "C", "a", "\u00e4", "s1", "t2", "1", "", "D", "E", "F", "G"
    };

    private static final Stocking[] UNUSUAL = {Stocking.INACTIVE, Stocking.NOT_STOCKED};

    /** What arrived from the source, in order. */
    public final List<StockLevel> source;

    /** What arrived from the target, in order. */
    public final List<StockLevel> target;

    /** What is known of target items. */
    public final Map<ExternalId, Quantity> acknowledged = new HashMap<>();

    private final Random random;

    public RandomShops(long seed) {
        random = new Random(seed);
        source = arrivals("s");
        target = arrivals("t");
        target.forEach(level -> {
            if (random.nextInt(3) == 0) {
                acknowledged.put(level.item(), Quantity.of(random.nextInt(4)));
            }
        });
    }

    private List<StockLevel> arrivals(String prefix) {
        List<StockLevel> arrived = new ArrayList<>();
        int rows = random.nextInt(14);
        for (int i = 0; i < rows; i++) {
            // The ids of both sides overlap a little, as small numbers do.
            String item = random.nextInt(8) == 0 ? "" + random.nextInt(3) : prefix + i;
            arrived.add(level(item));
            if (random.nextInt(5) == 0) {
                arrived.add(
                        level(arrived.get(random.nextInt(arrived.size())).item().value()));
            }
        }
        if (random.nextInt(4) == 0) {
            arrived.addAll(List.copyOf(arrived.subList(arrived.size() / 2, arrived.size())));
        }
        return arrived;
    }

    private StockLevel level(String item) {
        String sku = SKUS[random.nextInt(SKUS.length)];
        Stocking stocking = random.nextInt(6) == 0 ? UNUSUAL[random.nextInt(2)] : Stocking.STOCKED;
        Optional<Quantity> units = stocking == Stocking.NOT_STOCKED || random.nextInt(10) == 0
                ? Optional.empty()
                : Optional.of(Quantity.parse("" + (random.nextInt(12) - 2) / 2.0));
        return new StockLevel(
                new ExternalId(item),
                Sku.isPresent(sku) ? Optional.of(new Sku(sku)) : Optional.empty(),
                "Item " + random.nextInt(3),
                random.nextInt(8) != 0,
                stocking,
                units,
                random.nextBoolean() ? units : units.map(Quantity::roundDown));
    }

    /** What the plan is made from, with these levels. */
    public PlanStockSync.Input input(OrderedLevels ours, OrderedLevels theirs) {
        Random decides = new Random(random.nextLong());
        SkuScope scope = decides.nextInt(3) == 0 ? new SkuScope(List.of("A", "B")) : SkuScope.ALL;
        RoutePolicy defaults = RoutePolicy.sourceWins(
                decides.nextBoolean() ? WebOrders.AT_POS_AT_ONCE : WebOrders.AT_POS_WHEN_FULFILLED);
        RoutePolicy policy = new RoutePolicy(
                defaults.merge(), defaults.webOrders(), 2, defaults.guard(), defaults.planLifetime(), scope);
        return new PlanStockSync.Input(
                policy,
                new PlanSide(ours, decides.nextInt(4) != 0),
                new PlanSide(theirs, decides.nextInt(4) != 0),
                mappings(decides),
                OptionalLong.empty(),
                decides.nextBoolean());
    }

    private static List<SkuMapping> mappings(Random decides) {
        List<SkuMapping> mappings = new ArrayList<>();
        Set<ExternalId> taken = new HashSet<>();
        for (int i = decides.nextInt(4); i > 0; i--) {
            ExternalId ours = new ExternalId("s" + decides.nextInt(14));
            ExternalId theirs = new ExternalId("t" + decides.nextInt(14));
            if (taken.add(ours) && taken.add(theirs)) {
                mappings.add(new SkuMapping(new RouteId("r"), ours, theirs));
            }
        }
        return mappings;
    }
}
