package io.tallyport.runtime.purchasing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.purchasing.OrderFiles;
import io.tallyport.core.purchasing.OrderRow;
import io.tallyport.core.purchasing.PurchaseErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Purchase orders as files, in UTF-8: CSV where the name ends so, with a heading and a row for each line; else JSON, a list of
 * orders with their {@code lines}, or an object with that list as {@code orders}.
 */
public final class SheetOrderFiles implements OrderFiles {

    private static final String SKU = "sku";
    private static final String QUANTITY = "quantity";

    private static final Set<String> OF_LINE = Set.of(SKU, QUANTITY, "cost");
    private static final Set<String> OF_ORDER = Set.of("id", "kind", "supplier", "outlet", "note", "lines");

    private static final Sheet FORM = new Sheet(
            Set.of("id", "order", "kind", "supplier", "outlet", "note", SKU, QUANTITY, "cost"),
            SKU,
            "sku, quantity, supplier, outlet, and where wanted id or order, kind, cost, note",
            message -> PurchaseErrors.rejected("read order file", PurchaseErrors.UNREADABLE_FILE, message));

    @Override
    public List<OrderRow> read(Path file) {
        return FORM.read(file, SheetOrderFiles::csvRows, SheetOrderFiles::jsonRows);
    }

    private static List<OrderRow> csvRows(List<Map<String, String>> cells) {
        List<OrderRow> rows = new ArrayList<>();
        cells.forEach(each -> rows.add(row(rows.size() + 1, each)));
        return rows;
    }

    private static OrderRow row(int number, Map<String, String> cells) {
        String id = Sheet.cell(cells, "id");
        return new OrderRow(
                number,
                id.isEmpty() ? Sheet.cell(cells, "order") : id,
                !id.isEmpty(),
                Optional.of(Sheet.cell(cells, "kind")).filter(kind -> !kind.isEmpty()),
                Sheet.cell(cells, "supplier"),
                Sheet.cell(cells, "outlet"),
                Sheet.cell(cells, "note"),
                Sheet.cell(cells, SKU),
                Sheet.cell(cells, QUANTITY),
                Optional.of(Sheet.cell(cells, "cost")).filter(cost -> !cost.isEmpty()));
    }

    private static List<OrderRow> jsonRows(JsonNode root) {
        JsonNode orders = root.isObject() ? root.path("orders") : root;
        if (!orders.isArray()) {
            throw new IllegalArgumentException("it must be a list of orders, or an object with \"orders\"");
        }
        List<OrderRow> rows = new ArrayList<>();
        int number = 0;
        for (JsonNode order : orders) {
            number++;
            Sheet.checkNames(Sheet.names(order), OF_ORDER, "order " + number);
            if (!order.path("lines").isArray()) {
                throw new IllegalArgumentException("order " + number + " has no \"lines\"");
            }
            for (JsonNode line : order.path("lines")) {
                Sheet.checkNames(Sheet.names(line), OF_LINE, "a line of order " + number);
                rows.add(row(rows.size() + 1, number, order, line));
            }
        }
        return rows;
    }

    private static OrderRow row(int number, int orderNumber, JsonNode order, JsonNode line) {
        String id = Sheet.text(order, "id");
        return new OrderRow(
                number,
                id.isEmpty() ? "order " + orderNumber : id,
                !id.isEmpty(),
                Optional.of(Sheet.text(order, "kind")).filter(kind -> !kind.isEmpty()),
                Sheet.text(order, "supplier"),
                Sheet.text(order, "outlet"),
                Sheet.text(order, "note"),
                Sheet.text(line, SKU),
                Sheet.text(line, QUANTITY),
                Optional.of(Sheet.text(line, "cost")).filter(cost -> !cost.isEmpty()));
    }
}
