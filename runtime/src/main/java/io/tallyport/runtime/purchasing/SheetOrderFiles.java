package io.tallyport.runtime.purchasing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderFiles;
import io.tallyport.core.purchasing.OrderRow;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.runtime.sheet.CsvRows;
import io.tallyport.runtime.sheet.SheetText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Purchase orders as files, in UTF-8: CSV where the name ends so, with a heading and a row for each line; else JSON, a list of
 * orders with their {@code lines}, or an object with that list as {@code orders}.
 */
public final class SheetOrderFiles implements OrderFiles {

    private static final String SKU = "sku";
    private static final String QUANTITY = "quantity";

    private static final Set<String> OF_LINE = Set.of(SKU, QUANTITY, "cost");
    private static final Set<String> OF_ORDER = Set.of("id", "kind", "supplier", "outlet", "note", "lines");
    private static final Set<String> COLUMNS =
            Set.of("id", "order", "kind", "supplier", "outlet", "note", SKU, QUANTITY, "cost");

    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public List<OrderRow> read(Path file) {
        try {
            return SheetText.read(file, text -> {
                List<OrderRow> rows = SheetText.isCsv(file) ? csvRows(text) : jsonRows(text);
                if (rows.isEmpty()) {
                    throw new IllegalArgumentException("it has no rows");
                }
                return rows;
            });
        } catch (NoSuchFileException none) {
            throw refused(file + ": there is no such file");
        } catch (IllegalArgumentException unreadable) {
            throw refused(String.valueOf(unreadable.getMessage()));
        }
    }

    private static List<OrderRow> csvRows(String text) throws IOException {
        List<OrderRow> rows = new ArrayList<>();
        CsvRows.read(text, name -> name.strip().toLowerCase(Locale.ROOT), row -> {
            checkHeading(row.columns());
            if (!row.isBlank()) {
                rows.add(row(rows.size() + 1, row.cells()));
            }
        });
        return rows;
    }

    /** A short row has no cells for the last columns: only the heading tells which there are. */
    private static void checkHeading(Set<String> columns) {
        if (!columns.contains(SKU)) {
            throw new IllegalArgumentException("its first line must name the columns: sku, quantity, supplier, outlet,"
                    + " and where wanted id or order, kind, cost, note");
        }
        checkNames(columns, COLUMNS, "its first line");
    }

    /** What is not understood could be what matters. */
    private static void checkNames(Set<String> names, Set<String> known, String where) {
        for (String name : new TreeSet<>(names)) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        where + " names \"" + name + "\", which is none of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static OrderRow row(int number, Map<String, String> cells) {
        String id = cell(cells, "id");
        return new OrderRow(
                number,
                id.isEmpty() ? cell(cells, "order") : id,
                !id.isEmpty(),
                Optional.of(cell(cells, "kind")).filter(kind -> !kind.isEmpty()),
                cell(cells, "supplier"),
                cell(cells, "outlet"),
                cell(cells, "note"),
                cell(cells, SKU),
                cell(cells, QUANTITY),
                Optional.of(cell(cells, "cost")).filter(cost -> !cost.isEmpty()));
    }

    private static String cell(Map<String, String> cells, String name) {
        return cells.getOrDefault(name, "").strip();
    }

    private List<OrderRow> jsonRows(String text) throws IOException {
        JsonNode root = json.readTree(text);
        JsonNode orders = root.isObject() ? root.path("orders") : root;
        if (!orders.isArray()) {
            throw new IllegalArgumentException("it must be a list of orders, or an object with \"orders\"");
        }
        List<OrderRow> rows = new ArrayList<>();
        int number = 0;
        for (JsonNode order : orders) {
            number++;
            checkNames(names(order), OF_ORDER, "order " + number);
            if (!order.path("lines").isArray()) {
                throw new IllegalArgumentException("order " + number + " has no \"lines\"");
            }
            for (JsonNode line : order.path("lines")) {
                checkNames(names(line), OF_LINE, "a line of order " + number);
                rows.add(row(rows.size() + 1, number, order, line));
            }
        }
        return rows;
    }

    private static OrderRow row(int number, int orderNumber, JsonNode order, JsonNode line) {
        String id = text(order, "id");
        return new OrderRow(
                number,
                id.isEmpty() ? "order " + orderNumber : id,
                !id.isEmpty(),
                Optional.of(text(order, "kind")).filter(kind -> !kind.isEmpty()),
                text(order, "supplier"),
                text(order, "outlet"),
                text(order, "note"),
                text(line, SKU),
                text(line, QUANTITY),
                Optional.of(text(line, "cost")).filter(cost -> !cost.isEmpty()));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    private static PortException refused(String message) {
        return PurchaseErrors.rejected("read order file", PurchaseErrors.UNREADABLE_FILE, message);
    }
}
