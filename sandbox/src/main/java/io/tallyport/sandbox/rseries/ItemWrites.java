package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Partial updates of items and stock rows; all of a request is checked before any of it is done.
 *
 * <p>Through an Item's ItemShops the quantity on hand is set to an absolute value, which must not be below zero;
 * ItemShop itself takes only the reorder point and level, and leaves everything else in the request unread.
 */
final class ItemWrites {

    private static final Map<String, BiConsumer<ItemRow, String>> OWN = Map.of(
            "description", (item, text) -> item.description = text,
            "customSku", (item, text) -> item.customSku = text,
            "manufacturerSku", (item, text) -> item.manufacturerSku = text,
            "upc", (item, text) -> item.upc = text,
            "ean", (item, text) -> item.ean = text,
            "archived", (item, text) -> item.archived = text.equals("true"));
    private static final Set<String> IN_SHOP =
            Set.of("itemShopID", "shopID", "itemID", "qoh", "reorderPoint", "reorderLevel");

    private final RSeriesStore store;

    ItemWrites(RSeriesStore store) {
        this.store = store;
    }

    /** How many entities {@code body} nests, which is what makes a write dearer. */
    static int nested(String body) {
        try {
            return Json.read(body) instanceof ObjectNode node ? shopNodes(node).size() : 0;
        } catch (IllegalArgumentException | Refusal e) {
            return 0;
        }
    }

    void update(ItemRow item, String body) {
        ObjectNode change = object(body);
        List<Runnable> own = new ArrayList<>();
        change.properties().forEach(property -> {
            String name = property.getKey();
            if (!name.equals("ItemShops")) {
                BiConsumer<ItemRow, String> setter = Optional.ofNullable(OWN.get(name))
                        .orElseThrow(() -> Refusal.badRequest("Field '" + name + "' cannot be updated."));
                String text = property.getValue().asText("");
                own.add(() -> setter.accept(item, text));
            }
        });
        if (change.has("description") && change.get("description").asText("").isBlank()) {
            throw Refusal.badRequest("description cannot be blank.");
        }
        List<Runnable> stock = inShops(item, shopNodes(change));
        if (!own.isEmpty()) {
            store.edit(item, () -> own.forEach(Runnable::run));
        }
        stock.forEach(Runnable::run);
    }

    /** Sells one, at the till, of what {@code body} is about to set; false where it sets no quantity. */
    boolean disturb(ItemRow item, String body) {
        Optional<ItemShopRow> first = shopNodes(object(body)).stream()
                .filter(node -> node.has("qoh"))
                .findFirst()
                .map(node -> row(item, node));
        first.ifPresent(row -> store.stock(row, row.qoh.subtract(BigDecimal.ONE), InventoryLog.SALE));
        return first.isPresent();
    }

    void update(ItemShopRow row, String body) {
        ObjectNode change = object(body);
        Optional<BigDecimal> point = number(change, "reorderPoint");
        Optional<BigDecimal> level = number(change, "reorderLevel");
        if (point.isPresent() || level.isPresent()) {
            store.touch(row, () -> reorder(row, point, level));
        }
    }

    private List<Runnable> inShops(ItemRow item, List<JsonNode> nodes) {
        List<Runnable> changes = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (JsonNode node : nodes) {
            ItemShopRow row = row(item, node);
            if (!seen.add(row.itemShopId)) {
                throw Refusal.badRequest("ItemShop " + row.itemShopId + " is given twice.");
            }
            Optional<BigDecimal> qoh = number(node, "qoh");
            if (qoh.filter(quantity -> quantity.signum() < 0).isPresent()) {
                throw Refusal.badRequest("qoh cannot be less than zero.");
            }
            if (qoh.isPresent() && !item.tracked) {
                throw Refusal.badRequest("Item " + item.itemId + " keeps no inventory.");
            }
            Optional<BigDecimal> point = number(node, "reorderPoint");
            Optional<BigDecimal> level = number(node, "reorderLevel");
            qoh.ifPresent(quantity -> changes.add(() -> store.stock(row, quantity, InventoryLog.BY_API)));
            if (point.isPresent() || level.isPresent()) {
                changes.add(() -> store.touch(row, () -> reorder(row, point, level)));
            }
        }
        return changes;
    }

    private static ItemShopRow row(ItemRow item, JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!IN_SHOP.contains(name)) {
                throw Refusal.badRequest("Field 'ItemShop." + name + "' cannot be updated.");
            }
        });
        Optional<BigDecimal> id = number(node, "itemShopID");
        Optional<BigDecimal> shop = number(node, "shopID");
        if (id.isEmpty() && shop.isEmpty()) {
            throw Refusal.badRequest("ItemShop needs itemShopID or shopID.");
        }
        return item.shops.stream()
                .filter(row -> row.shopId != ItemShopRow.SUM)
                .filter(row -> id.filter(wanted -> !is(wanted, row.itemShopId)).isEmpty())
                .filter(row -> shop.filter(wanted -> !is(wanted, row.shopId)).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("Item " + item.itemId + " has no such ItemShop."));
    }

    private static boolean is(BigDecimal number, long wanted) {
        return number.compareTo(BigDecimal.valueOf(wanted)) == 0;
    }

    private static void reorder(ItemShopRow row, Optional<BigDecimal> point, Optional<BigDecimal> level) {
        point.ifPresent(number -> row.reorderPoint = number);
        level.ifPresent(number -> row.reorderLevel = number);
    }

    private static List<JsonNode> shopNodes(ObjectNode change) {
        JsonNode nodes = change.path("ItemShops").path("ItemShop");
        List<JsonNode> list = new ArrayList<>();
        if (nodes.isArray()) {
            nodes.forEach(list::add);
        } else if (nodes.isObject()) {
            list.add(nodes);
        } else if (change.has("ItemShops")) {
            throw Refusal.badRequest("ItemShops must hold ItemShop.");
        }
        return list;
    }

    private static Optional<BigDecimal> number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.asText()));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("'" + name + "' must be a number.");
        }
    }

    private static ObjectNode object(String body) {
        try {
            if (Json.read(body) instanceof ObjectNode node) {
                return node;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as for JSON that is no object.
        }
        throw Refusal.badRequest("The body must be a JSON object.");
    }
}
