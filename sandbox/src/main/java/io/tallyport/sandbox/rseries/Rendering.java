package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.catalogue.Showcase;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows as the API writes them: every scalar a text, one row an object, several an array, none not at all. */
final class Rendering {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);

    private Rendering() {}

    /** Puts the rows under {@code name} in the API's way. */
    static void rows(ObjectNode into, String name, List<? extends JsonNode> rows) {
        if (rows.size() == 1) {
            into.set(name, rows.get(0));
        } else if (!rows.isEmpty()) {
            into.putArray(name).addAll(rows);
        }
    }

    static ObjectNode item(ItemRow item, Set<Relation> relations) {
        ObjectNode node = Json.object()
                .put("itemID", Long.toString(item.itemId))
                .put("systemSku", Long.toString(item.systemSku))
                .put("defaultCost", cost(item))
                .put("avgCost", cost(item))
                .put("discountable", "true")
                .put("tax", "true")
                .put("archived", Boolean.toString(item.archived))
                .put("itemType", item.tracked ? "default" : "non_inventory")
                .put("serialized", "false")
                .put("description", item.description)
                .put("modelYear", "0")
                .put("upc", item.upc)
                .put("ean", item.ean)
                .put("customSku", item.customSku)
                .put("manufacturerSku", item.manufacturerSku)
                .put("createTime", time(item.createTime))
                .put("timeStamp", time(item.timeStamp))
                .put("publishToEcom", "false");
        for (String foreign : List.of("taxClassID", "departmentID", "manufacturerID", "seasonID", "defaultVendorID")) {
            node.put(foreign, foreign.equals("taxClassID") ? "1" : "0");
        }
        node.put(
                "categoryID",
                Integer.toString(Showcase.categoryNumber(item.card().category())));
        node.put("itemMatrixID", Long.toString(item.matrixId()));
        node.set("Prices", prices(item));
        relations.forEach(relation -> relation(node, item, relation));
        return node;
    }

    static ObjectNode itemShop(ItemShopRow row) {
        ObjectNode node = Json.object()
                .put("itemShopID", Long.toString(row.itemShopId))
                .put("qoh", number(row.qoh))
                .put("sellable", number(row.sellable()))
                .put("backorder", "0")
                .put("componentQoh", "0")
                .put("componentBackorder", "0")
                .put("reorderPoint", number(row.reorderPoint))
                .put("reorderLevel", number(row.reorderLevel))
                .put("onLayaway", "0")
                .put("onSpecialOrder", "0")
                .put("onWorkorder", "0")
                .put("timeStamp", time(row.timeStamp))
                .put("itemID", Long.toString(row.item.itemId))
                .put("shopID", Integer.toString(row.shopId));
        if (row.shopId == ItemShopRow.SUM) {
            node.put("averageCost", cost(row.item));
        }
        return node;
    }

    static ObjectNode inventoryLog(InventoryLogRow row) {
        ObjectNode node = Json.object()
                .put("inventoryLogID", Long.toString(row.inventoryLogId()))
                .put("shopID", Integer.toString(row.shopId()))
                .put("employeeID", Integer.toString(row.employeeId()))
                .put("itemID", Long.toString(row.item().itemId))
                .put("qohChange", number(row.qohChange()))
                .put("costChange", "0")
                .put("createTime", time(row.createTime()))
                .put("automated", "false")
                .put("causedNegative", Boolean.toString(row.causedNegative()))
                .put("reason", row.reason())
                .put("saleID", Long.toString(row.saleId()));
        List.of("customerID", "inventoryCountID", "itemImportID", "orderID", "transferID", "vendorReturnID")
                .forEach(other -> node.put(other, "0"));
        return node;
    }

    static ObjectNode shop(ShopRow shop) {
        return Json.object()
                .put("shopID", Integer.toString(shop.shopId()))
                .put("name", shop.name())
                .put("serviceRate", "0")
                .put("timeZone", "America/Los_Angeles")
                .put("taxLabor", "false")
                .put("labelTitle", "Shop Name")
                .put("archived", "false")
                .put("contactID", Integer.toString(shop.shopId()))
                .put("taxCategoryID", "1");
    }

    private static void relation(ObjectNode node, ItemRow item, Relation relation) {
        switch (relation) {
            case ItemShops -> {
                ObjectNode shops = node.putObject("ItemShops");
                rows(
                        shops,
                        "ItemShop",
                        item.shops.stream().map(Rendering::itemShop).toList());
            }
            case Tags, Images, Category, ItemAttributes, ItemECommerce -> CardRendering.relation(node, item, relation);
            case TaxClass -> node.putObject("TaxClass").put("taxClassID", "1").put("name", "Item");
            default -> {
                // Nothing is there to relate to, so the key is missing.
            }
        }
    }

    private static ObjectNode prices(ItemRow item) {
        String amount = number(item.card().price());
        ObjectNode prices = Json.object();
        rows(
                prices,
                "ItemPrice",
                List.of(price(amount, "1", "Default"), price(amount, "2", "MSRP"), price(amount, "3", "Online")));
        return prices;
    }

    private static ObjectNode price(String amount, String id, String use) {
        return Json.object().put("amount", amount).put("useTypeID", id).put("useType", use);
    }

    private static String cost(ItemRow item) {
        return number(BigDecimal.valueOf(item.priceCents * 6L, 3));
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String time(long epochSecond) {
        return TIME.format(Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC));
    }
}
