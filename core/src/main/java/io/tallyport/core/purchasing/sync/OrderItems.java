package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which item each line of an order means at the platform: the one that it was carried to, else the one that a person mapped it to,
 * else the only one that bears the SKU. When one line means none, or several, nothing of the order is sent.
 */
final class OrderItems {

    private static final int NAMED = 20;

    private OrderItems() {}

    /**
     * All lines by item, in the order's sequence; or the order is held, with all lines that are to blame.
     *
     * @param items asked only where it is needed
     */
    static Map<ExternalId, PurchaseLine> of(PurchaseOrder order, PartnerMappingStore mappings, ItemLookup items) {
        Map<Sku, ExternalId> known = known(order, mappings);
        List<Sku> open = order.lines().stream()
                .map(PurchaseLine::sku)
                .filter(sku -> !known.containsKey(sku))
                .toList();
        Map<Sku, Set<ExternalId>> found = open.isEmpty() ? Map.of() : items.itemsOf(open);
        List<String> problems = new ArrayList<>();
        Map<ExternalId, PurchaseLine> byItem = new LinkedHashMap<>();
        for (PurchaseLine line : order.lines()) {
            Optional<ExternalId> own = Optional.ofNullable(known.get(line.sku()));
            Set<ExternalId> meant = own.map(Set::of).orElseGet(() -> found.getOrDefault(line.sku(), Set.of()));
            if (meant.size() != 1 && line.ordered().isZero()) {
                // Struck out before anybody was told.
                continue;
            }
            if (meant.size() != 1) {
                problems.add(line.sku() + (meant.isEmpty() ? " (no item)" : " (" + meant.size() + " items)"));
                continue;
            }
            PurchaseLine other = byItem.putIfAbsent(meant.iterator().next(), line);
            if (other != null) {
                problems.add(line.sku() + " (the same item as " + other.sku() + ")");
            }
        }
        if (!problems.isEmpty()) {
            throw Pause.held(PurchaseErrors.SKU_NOT_FOUND, words(problems));
        }
        return byItem;
    }

    private static Map<Sku, ExternalId> known(PurchaseOrder order, PartnerMappingStore mappings) {
        Map<Sku, ExternalId> known = new HashMap<>();
        mappings.of(order.connection()).stream()
                .filter(mapping -> mapping.kind() == PartnerKind.ITEM)
                .forEach(mapping -> known.put(new Sku(mapping.name()), mapping.remote()));
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
        int more = problems.size() - NAMED;
        return String.join(", ", problems.subList(0, Math.min(NAMED, problems.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
