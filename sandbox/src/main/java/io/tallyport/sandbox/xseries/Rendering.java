package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Rows as the API writes them: numbers as numbers, relations that are not there as empty objects. */
final class Rendering {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);
    private static final BigDecimal WITH_TAX = new BigDecimal("1.10");

    private final Ids ids;
    private final CardRendering cards;
    private final Instant opened;

    Rendering(Ids ids, Instant opened) {
        this.ids = ids;
        this.cards = new CardRendering(ids);
        this.opened = opened;
    }

    ObjectNode retailer(String domainPrefix, long version) {
        ObjectNode node = Json.object()
                .put("id", ids.of(Ids.Kind.RETAILER, 1))
                .put("domain_prefix", domainPrefix)
                .put("name", "Fern & Flint Second Street")
                .put("account_status", "ACTIVE")
                .put("account_type", "PLUS")
                .put("version", Long.toString(version))
                .put("culture", "en_US")
                .put("tax_exclusive", false)
                .put("country", "US")
                .put("created_at", time(-900));
        node.putObject("currency").put("code", "USD").put("symbol", "$");
        return node;
    }

    ObjectNode outlet(OutletRow outlet) {
        ObjectNode node = Json.object()
                .put("id", ids.of(Ids.Kind.OUTLET, outlet.number))
                .put("name", outlet.name)
                .put("default_tax_id", ids.of(Ids.Kind.TAX, 1))
                .put("currency", "USD")
                .put("currency_symbol", "$")
                .put("display_prices", "inclusive")
                .put("time_zone", "America/Los_Angeles")
                .put("physical_address_1", outlet.number + " " + outlet.name)
                .put("physical_city", "Portland")
                .put("physical_state", "OR")
                .put("physical_country_id", "US")
                .put("version", outlet.version());
        node.putArray("attributes");
        return deletion(node, outlet);
    }

    ObjectNode register(RegisterRow register) {
        ObjectNode node = Json.object()
                .put("id", ids.of(Ids.Kind.REGISTER, register.number))
                .put("name", "Register " + register.number)
                .put("outlet_id", ids.of(Ids.Kind.OUTLET, register.outlet.number))
                .put("ask_for_note_on_save", 1)
                .put("print_receipt", true)
                .put("invoice_prefix", "R" + register.number + "-")
                .put("invoice_suffix", "")
                .put("invoice_sequence", 100 + register.number)
                .put("is_open", !register.deleted())
                .put("register_open_time", time(-1))
                .put("version", register.version());
        return deletion(node, register);
    }

    ObjectNode product(ProductRow product) {
        ObjectNode node = Json.object()
                .put("id", productId(product))
                .put("name", product.name())
                .put("variant_name", product.variantName())
                .put("handle", product.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                .put("sku", product.sku.isEmpty() ? null : product.sku)
                .put("active", product.active)
                .put("is_active", product.active)
                .put("has_inventory", product.tracked)
                .put("is_composite", product.composite)
                .put("has_variants", product.headsFamily())
                .put("created_at", time(-400))
                .put("updated_at", time(-30))
                .put("source", "USER")
                .put("button_order", 0)
                .put("version", product.version());
        prices(node, product);
        List.of("supplier", "brand").forEach(node::putObject);
        List.of("attributes", "product_suppliers").forEach(node::putArray);
        cards.shown(node, product.card());
        family(node, product);
        return deletion(node, product);
    }

    ObjectNode adjustment(AdjustmentRow row) {
        ObjectNode node = Json.object()
                .put("id", ids.of(Ids.Kind.ADJUSTMENT, row.number))
                .put("product_id", productId(row.product))
                .put("outlet_id", ids.of(Ids.Kind.OUTLET, row.outlet.number))
                .put("quantity", plain(row.quantity).toPlainString())
                .put("reason", row.reason)
                .put("user_id", ids.of(Ids.Kind.USER, 1))
                .put("created_at", time(row.created))
                .put("updated_at", time(row.created))
                .put("version", row.version());
        row.custom.ifPresent(
                reason -> node.put("custom_inventory_adjustment_reason_id", ids.of(Ids.Kind.REASON, reason.number)));
        return node;
    }

    ObjectNode reason(ReasonRow row) {
        return Json.object()
                .put("id", ids.of(Ids.Kind.REASON, row.number))
                .put("name", row.name)
                .put("type", row.positive ? "POSITIVE" : "NEGATIVE")
                .put("enabled", row.enabled)
                .put("version", row.version());
    }

    /** A stock row of a list. */
    ObjectNode stock(StockRow row, Contract contract) {
        ObjectNode node = Json.object()
                .put("id", ids.of(Ids.Kind.STOCK, row.product.number * 4L + row.outlet.number))
                .put("product_id", productId(row.product))
                .put("outlet_id", ids.of(Ids.Kind.OUTLET, row.outlet.number))
                .put(contract == Contract.DATED ? "current_inventory_level" : "inventory_level", plain(row.level))
                .put("version", row.version());
        boolean reordered = row.product.number % 5 == 0;
        node.put("reorder_point", reordered ? BigDecimal.valueOf(5) : null);
        node.put("reorder_amount", reordered ? BigDecimal.valueOf(20) : null);
        if (contract == Contract.DATED) {
            node.put("average_cost", cost(row.product));
            node.put("deleted_at", row.deleted() ? time(-10) : null);
        }
        return node;
    }

    /** A stock row of a product's own list, where 2.0 tells the level twice. */
    ObjectNode stockOfProduct(StockRow row, Contract contract) {
        ObjectNode node = stock(row, contract);
        return contract == Contract.DATED
                ? node
                : node.put("current_amount", plain(row.level)).put("average_cost", cost(row.product));
    }

    private void family(ObjectNode node, ProductRow product) {
        if (product.familyHead == 0) {
            node.putArray("variant_options");
            return;
        }
        if (!product.headsFamily()) {
            node.put("variant_parent_id", ids.of(Ids.Kind.PRODUCT, product.familyHead));
        }
        node.putArray("variant_options")
                .addObject()
                .put("id", ids.of(Ids.Kind.OPTION, 1))
                .put("name", "Item")
                .put("value", product.card().title());
    }

    private static void prices(ObjectNode node, ProductRow product) {
        BigDecimal price = product.card().price();
        node.put("supply_price", cost(product));
        node.put("price_including_tax", plain(price));
        node.put("price_excluding_tax", plain(price.divide(WITH_TAX, 5, RoundingMode.HALF_UP)));
    }

    private ObjectNode deletion(ObjectNode node, Versioned row) {
        return row.deleted() ? node.put("deleted_at", time(-10)) : node;
    }

    private String productId(ProductRow product) {
        return ids.of(Ids.Kind.PRODUCT, product.number);
    }

    static BigDecimal cost(ProductRow product) {
        return plain(BigDecimal.valueOf(product.priceCents * 6L, 3));
    }

    /** Without zeros at the end and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String time(int days) {
        return time(opened.plus(Duration.ofDays(days)));
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
