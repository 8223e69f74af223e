package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of one order while they are read, each with what is wrong with it. */
final class RowOrder {

    private final ConnectionId connection;
    private final OrderRow head;
    private final Map<Integer, String> problems = new LinkedHashMap<>();
    private final List<OrderRow> rows = new ArrayList<>();
    private final Map<Sku, Integer> seen = new LinkedHashMap<>();
    private final List<PurchaseLine> lines = new ArrayList<>();

    RowOrder(ConnectionId connection, OrderRow head) {
        this.connection = connection;
        this.head = head;
    }

    void add(OrderRow row) {
        rows.add(row);
        try {
            checkHead(row);
            PurchaseLine line = line(row);
            Integer before = seen.putIfAbsent(line.sku(), row.number());
            if (before != null) {
                throw new IllegalArgumentException(
                        "the SKU " + line.sku() + " stands in row " + before + " already; put them together");
            }
            lines.add(line);
        } catch (IllegalArgumentException wrong) {
            problems.put(row.number(), String.valueOf(wrong.getMessage()));
        }
    }

    private void checkHead(OrderRow row) {
        boolean same = row.source().strip().equals(head.source().strip())
                && row.outlet().strip().equals(head.outlet().strip())
                && row.kind().equals(head.kind());
        if (!same) {
            throw new IllegalArgumentException("an order has one kind, one supplier and one outlet; row "
                    + head.number() + " says otherwise than this one");
        }
    }

    private static PurchaseLine line(OrderRow row) {
        if (!Sku.isPresent(row.sku())) {
            throw new IllegalArgumentException("the SKU is missing");
        }
        Quantity quantity = new Quantity(number("the quantity", row.quantity()).amount());
        if (quantity.isZero()) {
            throw new IllegalArgumentException("the quantity must be more than zero, got \"" + row.quantity() + "\"");
        }
        Optional<UnitCost> cost = row.cost().filter(text -> !text.isBlank()).map(text -> number("the cost", text));
        return PurchaseLine.of(new Sku(row.sku()), quantity, cost);
    }

    private static UnitCost number(String what, String text) {
        try {
            return UnitCost.parse(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    what + " must be a plain number such as 12.5, got \"" + text + "\"", wrong);
        } catch (IllegalArgumentException negative) {
            throw new IllegalArgumentException(what + " must not be negative, got \"" + text + "\"", negative);
        }
    }

    /** The order; empty when a row of it, or the whole of it, is wrong. */
    Optional<OrderDraft> draft() {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OrderDraft(
                    head.ownNumber() ? Optional.of(new PurchaseOrderId(head.order())) : Optional.empty(),
                    connection,
                    kind(),
                    head.source().strip(),
                    head.outlet().strip(),
                    head.note().strip(),
                    lines));
        } catch (IllegalArgumentException wrong) {
            problems.put(head.number(), String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private ConsignmentKind kind() {
        String word = head.kind().map(String::strip).orElse("").toUpperCase(Locale.ROOT);
        return switch (word) {
            case "", "SUPPLIER" -> ConsignmentKind.SUPPLIER;
            case "OUTLET" -> ConsignmentKind.OUTLET;
            case "RETURN" -> ConsignmentKind.RETURN;
            default ->
                throw new IllegalArgumentException("the kind is SUPPLIER, OUTLET or RETURN, got \""
                        + head.kind().orElse("") + "\"");
        };
    }

    /** A report on each row: what is wrong with it, or what became of all. */
    List<ImportPurchaseOrders.RowReport> reports(ImportPurchaseOrders.Fate fate, String message) {
        return rows.stream()
                .map(row -> problems.containsKey(row.number())
                        ? new ImportPurchaseOrders.RowReport(
                                row.number(),
                                row.order(),
                                ImportPurchaseOrders.Fate.WRONG,
                                problems.getOrDefault(row.number(), ""))
                        : new ImportPurchaseOrders.RowReport(row.number(), row.order(), fate, message))
                .toList();
    }
}
