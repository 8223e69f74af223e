package io.tallyport.core.inventory.validation;

import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import java.util.Optional;

/**
 * Says what it means that only one side has something. Levels are of what is not archived; products tell the archived from
 * what was never there. Nothing is said to be absent where the read does not prove it.
 *
 * @param source empty where its products were not read
 * @param target empty where its products were not read
 */
record LoneRows(Optional<ProductRead> source, Optional<ProductRead> target) {

    /** Empty where nothing is off about it. */
    Optional<FoundFlaw> flaw(PlanRow row) {
        return switch (row.reason()) {
            case UNMAPPED_SOURCE -> Optional.of(missing(row));
            case UNMAPPED_TARGET -> orphan(row);
            case DUPLICATE_SKU -> Optional.of(FoundFlaw.of(Flaw.DUPLICATE_SKU));
            case NO_SKU -> Optional.of(FoundFlaw.of(Flaw.NO_SKU));
            case MAPPING_BROKEN -> Optional.of(FoundFlaw.of(Flaw.BROKEN_MAPPING));
            default -> Optional.of(new FoundFlaw(Flaw.NOT_PROVEN, "", Reason.INCOMPLETE_READ.meaning()));
        };
    }

    private FoundFlaw missing(PlanRow row) {
        boolean archived =
                target.isPresent() && !target.get().archived(new Sku(row.key())).isEmpty();
        return archived ? new FoundFlaw(Flaw.NOT_FOR_SALE, "active", "archived") : FoundFlaw.of(Flaw.MISSING_IN_SHOP);
    }

    private Optional<FoundFlaw> orphan(PlanRow row) {
        String status = row.targetItem()
                .flatMap(item -> target.flatMap(products -> products.of(item)))
                .map(variant -> ShownComparison.word(variant.product().status()))
                .orElse("");
        if (source.isEmpty()) {
            return Optional.of(new FoundFlaw(Flaw.ONLY_IN_SHOP, "", status));
        }
        List<Variant> archived = source.get().archived(new Sku(row.key()));
        if (!archived.isEmpty()) {
            boolean hidden = !status.isEmpty() && !status.equals(ShownComparison.word(ProductStatus.ACTIVE));
            return hidden ? Optional.empty() : Optional.of(new FoundFlaw(Flaw.STILL_SOLD, "archived", status));
        }
        return Optional.of(
                source.get().extent().complete()
                        ? new FoundFlaw(Flaw.ONLY_IN_SHOP, "", status)
                        : new FoundFlaw(Flaw.NOT_PROVEN, "", "the read of the source's products is not complete"));
    }
}
