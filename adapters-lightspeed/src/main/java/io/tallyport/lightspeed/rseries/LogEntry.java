package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of an item's level in a shop.
 *
 * @param id rises with each entry of the account
 * @param caused whether a sale, an order, a count or the like changed it; a figure that was set, by us or by hand, has no
 *     such cause
 */
record LogEntry(long id, Quantity change, boolean caused) {

    private static final String NONE = "0";

    static LogEntry of(InventoryLogWire wire) {
        boolean caused = Stream.of(
                        wire.saleID(),
                        wire.orderID(),
                        wire.transferID(),
                        wire.inventoryCountID(),
                        wire.vendorReturnID(),
                        wire.itemImportID())
                .anyMatch(LogEntry::isId);
        try {
            return new LogEntry(
                    Long.parseLong(text(wire.inventoryLogID())), Quantity.parse(text(wire.qohChange())), caused);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("an entry of the log has no number where it should")
                    .asException();
        }
    }

    private static boolean isId(@Nullable String text) {
        return text != null && !text.isBlank() && !text.equals(NONE);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    static Quantity sum(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::change).reduce(Quantity.ZERO, Quantity::plus);
    }
}
