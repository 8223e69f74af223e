package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.Function;

/** Consignments, their lines and suppliers as the API writes them: numbers of goods and money are texts with five places. */
final class ConsignmentRendering {

    private static final int PLACES = 5;

    private final Ids ids;

    ConsignmentRendering(Ids ids) {
        this.ids = ids;
    }

    ObjectNode consignment(ConsignmentRow row) {
        ConsignmentDraft draft = row.draft;
        ObjectNode node = Json.object()
                .put("id", ids.of(Ids.Kind.CONSIGNMENT, row.number))
                .put("outlet_id", outlet(draft.outlet()))
                .put("name", draft.name())
                .put("type", row.type.name())
                .put("status", row.status)
                .put("consignment_date", draft.consignmentDate().orElseGet(() -> time(row.created)))
                .put("show_inactive", true)
                .put("supplier_invoice", draft.supplierInvoice().orElse(""))
                .put("created_at", time(row.created))
                .put("updated_at", time(row.updated))
                .put("version", row.version());
        draft.source().ifPresent(source -> node.put("source_outlet_id", outlet(source)));
        draft.supplier().ifPresent(one -> node.put("supplier_id", ids.of(Ids.Kind.SUPPLIER, one.number)));
        draft.reference().ifPresent(text -> node.put("reference", text));
        draft.dueAt().ifPresent(text -> node.put("due_at", text));
        row.received.ifPresent(at -> node.put("received_at", time(at)));
        node.set("filters", draft.filters());
        return row.gone ? node.put("deleted_at", time(row.updated)) : node;
    }

    ObjectNode line(LineRow row) {
        ObjectNode node = Json.object()
                .put("product_id", ids.of(Ids.Kind.PRODUCT, row.product.number))
                .put("product_sku", row.product.sku);
        row.count.ifPresent(count -> node.put("count", text(count)));
        node.put("received", text(row.received)).put("cost", text(row.cost.orElse(BigDecimal.ZERO)));
        return node.put("is_included", true)
                .put("status", row.status)
                .put("created_at", time(row.created))
                .put("updated_at", time(row.updated))
                .put("version", row.version());
    }

    /** The answer of the bulk call: of each product what is told, without its name. */
    ObjectNode brief(LineRow row) {
        ObjectNode node = Json.object();
        row.count.ifPresent(count -> node.put("count", text(count)));
        return row.received.signum() == 0 ? node : node.put("received", text(row.received));
    }

    /** An array of one object of texts. */
    ObjectNode totals(ConsignmentRow row) {
        ObjectNode answer = Json.object();
        answer.putArray("data")
                .addObject()
                .put("total_sent_count", text(sum(row, LineRow::sent)))
                .put("total_sent_cost", text(sum(row, line -> line.sent().multiply(cost(line)))))
                .put("total_received_count", text(sum(row, line -> line.received)))
                .put("total_received_cost", text(sum(row, line -> line.received.multiply(cost(line)))));
        return answer;
    }

    ObjectNode supplier(SupplierRow row) {
        ObjectNode node =
                Json.object().put("id", ids.of(Ids.Kind.SUPPLIER, row.number)).put("name", row.name);
        // The vendor's examples show what was never filled in by leaving it out.
        if (!row.description.isEmpty()) {
            node.put("description", row.description);
        }
        if (!row.contact.isEmpty()) {
            node.set("contact", row.contact);
        }
        return node;
    }

    String productId(LineRow row) {
        return ids.of(Ids.Kind.PRODUCT, row.product.number);
    }

    static String text(BigDecimal number) {
        return number.setScale(PLACES, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal cost(LineRow line) {
        return line.cost.orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(ConsignmentRow row, Function<LineRow, BigDecimal> part) {
        return row.live().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String outlet(OutletRow outlet) {
        return ids.of(Ids.Kind.OUTLET, outlet.number);
    }

    private static String time(Instant at) {
        return Rendering.time(at);
    }
}
