package io.tallyport.lightspeed.rseries;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What a shop has of one item: looked at, and set to a figure, which reports what really changed by that. Thread-safe.
 *
 * <p>Setting compares nothing at the platform's side. What it changed is read from the log afterwards. Rests on the
 * vendor's pages tutorials/inventory-levels and endpoints/inventorylog.
 */
final class ItemLevels {

    static final String SET = "Item.setQoh";
    private static final int LOOKS = 3;
    private static final int OVERLOADED = 503;

    private final InventorySource source;
    private final RSeriesPages pages;
    private final StockLog log;

    ItemLevels(InventorySource source, RSeriesPages pages, StockLog log) {
        this.source = source;
        this.pages = pages;
        this.log = log;
    }

    /**
     * A level as it was seen.
     *
     * @param after the entry of the log that the level is not older than
     */
    record Look(ExternalId shop, ExternalId item, long after, Optional<StockLevel> level) {

        Optional<Quantity> qoh() {
            return level.flatMap(StockLevel::onHand);
        }
    }

    Look look(ExternalId shop, ExternalId item) {
        boolean id = item.value().matches("[0-9]{1,18}");
        long newest = id ? log.newest(shop, item) : 0;
        return new Look(shop, item, newest, level(shop, item));
    }

    private Optional<StockLevel> level(ExternalId shop, ExternalId item) {
        return source.levelsOf(shop, List.of(item)).stream().findFirst();
    }

    /** Sets what was seen to {@code figure}, zero or more; answers what was really added to the level by that. */
    Quantity set(Look seen, Quantity seenQoh, Quantity figure) {
        send(seen, figure);
        try {
            return changed(seen, figure.minus(seenQoh), figure);
        } catch (PortException.UnknownOutcome unclear) {
            throw unclear;
        } catch (PortException failed) {
            throw new PortException.UnknownOutcome(
                    failed.context(), "it was set, and the log of what changed could not be read", failed);
        }
    }

    private void send(Look seen, Quantity figure) {
        try {
            pages.put(SET, "Item", seen.item(), SetQohWire.of(seen.shop(), figure));
        } catch (PortException.Transient failed) {
            if (failed.context().vendorStatus().orElse(0) != OVERLOADED) {
                throw failed;
            }
            // Whoever answered for the platform need not know whether it was done before.
            throw new PortException.UnknownOutcome(failed.context(), "overloaded, it may have been done", failed);
        }
    }

    /**
     * Where a sale took the level to the very figure first, setting it changed nothing, and the log has no entry of ours:
     * that is so when all that it has makes up the whole difference, and the level is the figure.
     */
    private Quantity changed(Look seen, Quantity wanted, Quantity figure) {
        for (int look = 0; look < LOOKS; look++) {
            List<LogEntry> entries = log.after(seen.after(), seen.shop(), seen.item());
            Optional<Quantity> ours = LogReading.ours(entries, wanted);
            if (ours.isPresent()) {
                return ours.get();
            }
            boolean thereAlready = !LogReading.anySet(entries)
                    && LogEntry.sum(entries).equals(wanted)
                    && level(seen.shop(), seen.item())
                            .flatMap(StockLevel::onHand)
                            .equals(Optional.of(figure));
            if (thereAlready) {
                return Quantity.ZERO;
            }
        }
        throw new PortException.UnknownOutcome(
                FailureContext.of(SET).withCode(LightspeedErrors.LOG_UNCLEAR),
                "it was set, and the log does not show clearly what changed by that",
                null);
    }
}
