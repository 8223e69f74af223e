package io.tallyport.core.counting;

import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.SkuItems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where a count is, and which item each of its lines means. When one line means none, or several, nothing of the count is sent.
 *
 * @param outlet the platform's id
 * @param lines by item, in the list's order
 */
record CountItems(ExternalId outlet, Map<ExternalId, CountedLine> lines) {

    static CountItems of(StockCount count, PartnerMappingStore mappings, ItemLookup lookup, int places) {
        ExternalId outlet = mappings.find(count.connection(), PartnerKind.OUTLET, count.outlet())
                .orElseThrow(() -> Pause.held(
                        CountErrors.UNMAPPED,
                        "the outlet \"" + count.outlet() + "\" is not mapped at connection \"" + count.connection()
                                + "\""));
        checkPlaces(count, places);
        SkuItems meant = SkuItems.of(
                count.lines().stream().map(CountedLine::sku).toList(),
                SkuItems.mapped(count.connection(), mappings),
                lookup);
        List<String> problems = new ArrayList<>();
        meant.problems().forEach((sku, problem) -> problems.add(sku + " (" + problem + ")"));
        Map<ExternalId, CountedLine> byItem = new LinkedHashMap<>();
        for (CountedLine line : count.lines()) {
            if (meant.items().containsKey(line.sku())) {
                CountedLine other =
                        byItem.putIfAbsent(Objects.requireNonNull(meant.items().get(line.sku())), line);
                if (other != null) {
                    problems.add(line.sku() + " (the same item as " + other.sku() + ")");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw Pause.held(PurchaseErrors.SKU_NOT_FOUND, Named.of(problems));
        }
        return new CountItems(outlet, byItem);
    }

    /** Finer figures would never read back. */
    private static void checkPlaces(StockCount count, int places) {
        List<String> finer = count.lines().stream()
                .filter(line -> line.counted().units().scale() > places)
                .map(line -> line.sku() + " (" + line.counted() + ")")
                .toList();
        if (!finer.isEmpty()) {
            throw Pause.held(
                    CountErrors.BAD_COUNT,
                    "the platform keeps " + places + " places of a quantity: " + Named.of(finer));
        }
    }

    Map<ExternalId, Quantity> figures() {
        return lines.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().counted()));
    }
}
