package io.tallyport.lightspeed.xseries;

import io.tallyport.core.inventory.SetByDifferences;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an outlet has of some products, by one call each: with neither SKU nor title, which a write does not need.
 * Thread-safe.
 */
final class OutletLook implements SetByDifferences.Look {

    private static final int NOT_FOUND = 404;

    private final XSeriesOutlets outlets;
    private final InventoryFeed inventory;
    private final StockMapper mapper;

    OutletLook(XSeriesOutlets outlets, InventoryFeed inventory, StockMapper mapper) {
        this.outlets = outlets;
        this.inventory = inventory;
        this.mapper = mapper;
    }

    @Override
    public List<StockLevel> at(ExternalId location, Collection<ExternalId> items) {
        outlets.require(location);
        List<StockLevel> levels = new ArrayList<>();
        for (ExternalId item : new LinkedHashSet<>(items)) {
            ProductKey.of(item.value())
                    .flatMap(product -> level(product, item, location))
                    .ifPresent(levels::add);
        }
        return List.copyOf(levels);
    }

    private Optional<StockLevel> level(UUID product, ExternalId item, ExternalId location) {
        try {
            return Optional.of(inventory
                    .row(product, location.value())
                    .filter(row -> !row.deleted())
                    .map(mapper::changed)
                    .orElseGet(() -> notStocked(item)));
        } catch (PortException.Rejected e) {
            if (e.context().vendorStatus().orElse(0) == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static StockLevel notStocked(ExternalId item) {
        return new StockLevel(
                item, Optional.empty(), "", true, Stocking.NOT_STOCKED, Optional.empty(), Optional.empty());
    }
}
