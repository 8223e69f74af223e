package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.SkuItems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which item each line of an order means at the platform: the one that it was carried to, else the one that a person mapped it to,
 * else the only one that bears the SKU. When one line means none, or several, nothing of the order is sent.
 */
final class OrderItems {

    private OrderItems() {}

    /**
     * All lines by item, in the order's sequence; or the order is held, with all lines that are to blame.
     *
     * @param items asked only where it is needed
     */
    static Map<ExternalId, PurchaseLine> of(PurchaseOrder order, PartnerMappingStore mappings, ItemLookup items) {
        SkuItems meant =
                SkuItems.of(order.lines().stream().map(PurchaseLine::sku).toList(), known(order, mappings), items);
        List<String> problems = new ArrayList<>();
        Map<ExternalId, PurchaseLine> byItem = new LinkedHashMap<>();
        for (PurchaseLine line : order.lines()) {
            String problem = meant.problems().get(line.sku());
            if (problem != null) {
                if (!line.ordered().isZero()) {
                    // One of zero was struck out before anybody was told.
                    problems.add(line.sku() + " (" + problem + ")");
                }
                continue;
            }
            PurchaseLine other = byItem.putIfAbsent(item(meant, line), line);
            if (other != null) {
                problems.add(line.sku() + " (the same item as " + other.sku() + ")");
            }
        }
        if (!problems.isEmpty()) {
            throw Pause.held(PurchaseErrors.SKU_NOT_FOUND, words(problems));
        }
        return byItem;
    }

    private static ExternalId item(SkuItems meant, PurchaseLine line) {
        return Objects.requireNonNull(meant.items().get(line.sku()));
    }

    private static Map<Sku, ExternalId> known(PurchaseOrder order, PartnerMappingStore mappings) {
        Map<Sku, ExternalId> known = SkuItems.mapped(order.connection(), mappings);
        for (PurchaseLine line : order.lines()) {
            line.carried().map(LineOrder::product).ifPresent(item -> known.put(line.sku(), item));
        }
        return known;
    }

    /** Holds an order whose figures are finer than the platform keeps them: they would never read back. */
    static void checkPlaces(PurchaseOrder order, ConsignmentAbilities abilities) {
        List<String> problems = order.lines().stream()
                .filter(line -> line.ordered().units().scale() > abilities.quantityPlaces()
                        || line.cost()
                                .filter(cost -> cost.places() > abilities.costPlaces())
                                .isPresent())
                .map(line -> line.sku() + " (" + line.ordered()
                        + line.cost().map(cost -> " at " + cost).orElse("") + ")")
                .toList();
        if (!problems.isEmpty()) {
            throw Pause.held(
                    PurchaseErrors.CANNOT,
                    "the platform keeps " + abilities.quantityPlaces() + " places of a quantity and "
                            + abilities.costPlaces() + " of a cost: " + words(problems));
        }
    }

    static String words(List<String> problems) {
        return Named.of(problems);
    }
}
