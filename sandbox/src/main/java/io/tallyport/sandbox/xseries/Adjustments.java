package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stock adjustments and the retailer's own reasons for them, of the dated contract alone; called with the store's monitor
 * held. All lines of a request are checked before any is done.
 */
final class Adjustments {

    private static final int MOST_LINES = 1_000;
    private static final int LARGEST_PAGE = 1_000;
    private static final String CUSTOM = "CUSTOM";
    private static final String CUSTOM_ID = "custom_inventory_adjustment_reason_id";
    private static final Set<String> NEGATIVE = Set.of("DAMAGE", "EXPIRY", "INTERNAL_USE", "THEFT", "DONATION");
    private static final Set<String> POSITIVE = Set.of("STOCK_FOUND", "SAMPLE_FOR_SALE");
    private static final Set<String> FIELDS = Set.of("product_id", "outlet_id", "quantity", "reason", CUSTOM_ID);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,10})?");

    private final XSeriesStore store;
    private final Ids ids;
    private final Rendering rendering;

    /** What a line asks for, checked. */
    private record Line(
            ProductRow product, OutletRow outlet, BigDecimal quantity, String reason, Optional<ReasonRow> custom) {}

    Adjustments(XSeriesStore store, Ids ids, Rendering rendering) {
        this.store = store;
        this.ids = ids;
        this.rendering = rendering;
    }

    JsonNode list(SandboxRequest request, Optional<FaultKind> fault) {
        Window window = Window.of(request, LARGEST_PAGE);
        return Lists.envelope(Lists.of(store.adjustmentTable, window, fault), rendering::adjustment);
    }

    JsonNode reasons(SandboxRequest request, Optional<FaultKind> fault) {
        Window window = Window.of(request, LARGEST_PAGE);
        return Lists.envelope(Lists.of(store.reasonTable, window, fault), rendering::reason);
    }

    /** Adds to the levels, which then may be below zero; the answer has no versions of its own. */
    JsonNode create(SandboxRequest request, Optional<FaultKind> fault) {
        List<Line> lines = lines(body(request));
        if (fault.filter(FaultKind.STALE::equals).isPresent()) {
            sellOne(lines.get(0));
        }
        List<JsonNode> created = new ArrayList<>();
        for (Line line : lines) {
            StockRow row = row(line);
            store.stock(row, row.level.add(line.quantity()));
            created.add(rendering.adjustment(
                    store.adjusted(line.product(), line.outlet(), line.quantity(), line.reason(), line.custom())));
        }
        return Lists.wrapped(Json.object().putArray("data").addAll(created));
    }

    /** At a till, just before. */
    private void sellOne(Line line) {
        StockRow row = row(line);
        store.stock(row, row.level.subtract(BigDecimal.ONE));
    }

    private StockRow row(Line line) {
        return line.product().stock.stream()
                .filter(row -> row.outlet == line.outlet())
                .findFirst()
                .orElseGet(() -> store.stocked(line.product(), line.outlet()));
    }

    private List<Line> lines(JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!name.equals("stock_adjustments")) {
                throw Refusal.badRequest("unknown field " + name);
            }
        });
        JsonNode list = body.path("stock_adjustments");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_LINES) {
            throw Refusal.badRequest("stock_adjustments must hold 1 to " + MOST_LINES + " items");
        }
        List<Line> lines = new ArrayList<>(list.size());
        list.forEach(each -> lines.add(line(each, "stock_adjustments[" + lines.size() + "]")));
        return lines;
    }

    private Line line(JsonNode node, String where) {
        node.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw Refusal.badRequest("unknown field " + where + "." + name);
            }
        });
        ProductRow product = ids.number(Ids.Kind.PRODUCT, text(node, "product_id", where))
                .flatMap(store.products::numbered)
                .filter(one -> !one.deleted())
                .orElseThrow(() -> Refusal.unprocessable(where + ".product_id is no product"));
        if (!product.tracked || product.composite) {
            throw Refusal.unprocessable(where + ".product_id has no inventory");
        }
        OutletRow outlet = ids.number(Ids.Kind.OUTLET, text(node, "outlet_id", where))
                .flatMap(store::outlet)
                .filter(one -> !one.deleted())
                .orElseThrow(() -> Refusal.unprocessable(where + ".outlet_id is no outlet"));
        String reason = text(node, "reason", where);
        Optional<ReasonRow> custom = custom(node, reason, where);
        return new Line(product, outlet, quantity(node, reason, custom, where), reason, custom);
    }

    private Optional<ReasonRow> custom(JsonNode node, String reason, String where) {
        if (!reason.equals(CUSTOM)) {
            if (!NEGATIVE.contains(reason) && !POSITIVE.contains(reason)) {
                throw Refusal.unprocessable(where + ".reason is unknown");
            }
            if (node.hasNonNull(CUSTOM_ID)) {
                throw Refusal.unprocessable(where + "." + CUSTOM_ID + " goes with reason " + CUSTOM + " alone");
            }
            return Optional.empty();
        }
        return Optional.of(ids.number(Ids.Kind.REASON, text(node, CUSTOM_ID, where))
                .flatMap(store::reason)
                .filter(one -> one.enabled)
                .orElseThrow(() -> Refusal.unprocessable(where + "." + CUSTOM_ID + " is no reason in use")));
    }

    private static BigDecimal quantity(JsonNode node, String reason, Optional<ReasonRow> custom, String where) {
        String text = text(node, "quantity", where);
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.badRequest(where + ".quantity must be a number in a text");
        }
        BigDecimal quantity = new BigDecimal(text);
        boolean positive = custom.map(one -> one.positive).orElseGet(() -> POSITIVE.contains(reason));
        if (quantity.signum() != (positive ? 1 : -1)) {
            throw Refusal.unprocessable(
                    where + ".quantity must be " + (positive ? "above" : "below") + " zero for this reason");
        }
        return quantity;
    }

    private static String text(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw Refusal.badRequest(where + "." + name + " must be a text");
        }
        return value.asText();
    }

    private static JsonNode body(SandboxRequest request) {
        try {
            JsonNode body = Json.read(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as for JSON that is no object.
        }
        throw Refusal.badRequest("the body must be a JSON object");
    }
}
