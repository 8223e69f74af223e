package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.webhooks.WebhookPost;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * Tells subscribers what has changed, in the form of the oldest API, which is not that of its successors: a number is a
 * number where they have a text, and the other way round. Called with the store's monitor held.
 */
final class Events {

    private final Ids ids;
    private final WebhookPost post;

    Events(Ids ids, WebhookPost post) {
        this.ids = ids;
        this.post = post;
    }

    void stock(StockRow row) {
        tell("inventory.update", () -> {
            ObjectNode node = Json.object()
                    .put("id", ids.of(Ids.Kind.STOCK, row.product.number * 4L + row.outlet.number))
                    .put("outlet_id", outlet(row.outlet))
                    .put("product_id", product(row.product))
                    .put("count", row.level)
                    .put("attributed_cost", Rendering.cost(row.product).toPlainString())
                    .put("reorder_point", "0")
                    .put("restock_level", "0")
                    .put("version", row.version());
            node.putObject("product").put("id", product(row.product)).put("sku", row.product.sku);
            return node;
        });
    }

    void edited(ProductRow row) {
        tell("product.update", () -> {
            ObjectNode node = Json.object()
                    .put("id", product(row))
                    .put("base_name", row.name())
                    .put("name", row.variantName())
                    .put("sku", row.sku)
                    .put("active", row.active)
                    .put("source", "USER")
                    .put("price", row.card().price())
                    .put("supply_price", Rendering.cost(row).toPlainString());
            row.stock.forEach(stock -> node.withArray("inventory")
                    .addObject()
                    .put("outlet_id", outlet(stock.outlet))
                    .put("count", stock.level)
                    .put("reorder_point", "0"));
            node.putArray("price_book_entries");
            return node;
        });
    }

    void sale(ProductRow product, OutletRow outlet, BigDecimal quantity) {
        tell("sale.update", () -> {
            ObjectNode node = Json.object().put("status", "CLOSED").put("outlet_id", outlet(outlet));
            node.putArray("register_sale_products")
                    .addObject()
                    .put("product_id", product(product))
                    .put("quantity", quantity);
            return node;
        });
    }

    void consignment(ConsignmentRow row, String type) {
        tell(
                type,
                () -> Json.object()
                        .put("id", ids.of(Ids.Kind.CONSIGNMENT, row.number))
                        .put("retailer_id", ids.of(Ids.Kind.RETAILER, 1))
                        .put("outlet_id", outlet(row.draft.outlet()))
                        .put("name", row.draft.name())
                        .put("reference", row.draft.reference().orElse(""))
                        .put("type", row.type.name())
                        .put("status", row.status)
                        .put("version", row.version()));
    }

    private void tell(String type, Supplier<ObjectNode> payload) {
        post.happened(type, () -> Json.write(payload.get()));
    }

    private String outlet(OutletRow outlet) {
        return ids.of(Ids.Kind.OUTLET, outlet.number);
    }

    private String product(ProductRow product) {
        return ids.of(Ids.Kind.PRODUCT, product.number);
    }
}
