package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order that is not stored yet.
 *
 * @param id its number where it brings one; empty for the next of ours
 * @param connection where it is carried to
 * @param kind SUPPLIER, OUTLET or RETURN; counts are no orders
 * @param source who sends the goods, by the name people here use: a supplier, or for OUTLET an outlet; of a RETURN the supplier who
 *     gets them back
 * @param outlet who receives them; of a RETURN who sends them back
 * @param lines at least one, each SKU once, each with more than nothing
 */
public record OrderDraft(
        Optional<PurchaseOrderId> id,
        ConnectionId connection,
        ConsignmentKind kind,
        String source,
        String outlet,
        String note,
        List<PurchaseLine> lines) {

    /** How long a name or a note may be. */
    public static final int TEXT = 190;

    public OrderDraft {
        lines = List.copyOf(lines);
        if (kind == ConsignmentKind.STOCKTAKE) {
            throw new IllegalArgumentException("a count is no order");
        }
        checkText("the " + (kind == ConsignmentKind.OUTLET ? "sending outlet" : "supplier"), source, true);
        checkText("the outlet", outlet, true);
        checkText("the note", note, false);
        if (kind == ConsignmentKind.OUTLET && source.equals(outlet)) {
            throw new IllegalArgumentException(
                    "a transfer goes from one outlet to another, both are \"" + outlet + "\"");
        }
        checkLines(lines);
    }

    private static void checkText(String what, String text, boolean needed) {
        if ((needed && text.isBlank()) || text.length() > TEXT) {
            throw new IllegalArgumentException(
                    what + " has " + (needed ? "1" : "0") + " to " + TEXT + " characters, got \"" + text + "\"");
        }
    }

    private static void checkLines(List<PurchaseLine> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one line");
        }
        Set<Sku> seen = new HashSet<>();
        for (PurchaseLine line : lines) {
            if (!seen.add(line.sku())) {
                throw new IllegalArgumentException("the SKU " + line.sku() + " stands in two lines; put them together");
            }
            if (line.ordered().signum() <= 0) {
                throw new IllegalArgumentException(
                        "of " + line.sku() + " more than zero must be ordered, got " + line.ordered());
            }
        }
    }
}
