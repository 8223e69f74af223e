package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.ConsignmentControl.Manners.Repeated;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of consignments, one for each product; called with the store's monitor held.
 *
 * <p>What a write does depends on the consignment's state; a field that does not fit the state is passed over in silence.
 */
final class ConsignmentLines {

    /** Beyond so many the vendor's servers time out, here after the work is done. */
    static final int ADVISED = 500;

    private final XSeriesStore store;
    private final Ids ids;
    private final ConsignmentRendering rendering;
    private final ConsignmentSteps steps;
    private final ConsignmentManners manners;

    /** A line of the bulk call, checked. */
    private record Bulk(ProductRow product, FieldReader fields) {}

    ConsignmentLines(
            XSeriesStore store,
            Ids ids,
            ConsignmentRendering rendering,
            ConsignmentSteps steps,
            ConsignmentManners manners) {
        this.store = store;
        this.ids = ids;
        this.rendering = rendering;
        this.steps = steps;
        this.manners = manners;
    }

    JsonNode list(ConsignmentRow row, SandboxRequest request, Optional<FaultKind> fault) {
        return Lists.envelope(Lists.of(row.lineTable, Window.of(request).withoutDeleted(), fault), rendering::line);
    }

    ObjectNode add(ConsignmentRow row, SandboxRequest request) {
        FieldReader fields = FieldReader.of(request);
        ProductRow product = product(row, fields.required("product_id"));
        checkNumbers(fields);
        Optional<LineRow> there = row.line(product);
        Repeated repeated = manners.now.repeated();
        if (there.isPresent() && repeated == Repeated.REFUSED) {
            throw Refusal.unprocessable("the product is on the consignment already");
        }
        LineRow line = there.orElseGet(() -> added(row, product));
        write(row, line, fields, there.isPresent() && repeated == Repeated.ADDS);
        return rendering.line(line);
    }

    ObjectNode update(ConsignmentRow row, String productId, SandboxRequest request) {
        LineRow line = found(row, productId);
        FieldReader fields = FieldReader.of(request);
        checkOpen(row);
        write(row, line, fields, false);
        return rendering.line(line);
    }

    void delete(ConsignmentRow row, String productId) {
        LineRow line = found(row, productId);
        boolean fixed = switch (row.type) {
            case SUPPLIER -> row.is("DISPATCHED", "RECEIVED", "CANCELLED");
            case OUTLET -> row.is("SENT", "RECEIVED");
            case RETURN -> row.is("SENT");
            case STOCKTAKE -> row.is("STOCKTAKE_COMPLETE", "CANCELLED", "CLOSED");
        };
        if (fixed) {
            throw Refusal.unprocessable("a product cannot be deleted from a " + row.status + " consignment");
        }
        line.gone = true;
        steps.lineChanged(row, line);
    }

    /** A bare array; on orders at suppliers the quantities are added to those that are there. */
    ObjectNode bulk(ConsignmentRow row, SandboxRequest request) {
        JsonNode array = FieldReader.tree(request);
        if (!array.isArray()) {
            throw Refusal.badRequest("the body must be a JSON array");
        }
        List<Bulk> asked = new ArrayList<>();
        array.forEach(each -> asked.add(bulk(row, new FieldReader(each))));
        boolean adding = row.type == ConsignmentType.SUPPLIER;
        boolean received = adding
                && asked.stream()
                        .anyMatch(one -> one.fields().number("received").isPresent());
        if (received && row.is("OPEN", "SENT")) {
            asked.forEach(one -> write(row, lineOf(row, one.product()), one.fields(), true));
            dispatched(row);
            asked.forEach(one -> receive(row, one));
        } else {
            asked.forEach(one -> write(row, lineOf(row, one.product()), one.fields(), adding));
        }
        if (asked.size() > ADVISED) {
            throw new Refusal(504, "Gateway Timeout");
        }
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data");
        asked.forEach(one ->
                row.line(one.product()).ifPresent(line -> data.set(rendering.productId(line), rendering.brief(line))));
        return answer;
    }

    private Bulk bulk(ConsignmentRow row, FieldReader fields) {
        ProductRow product = product(row, fields.required("product_id"));
        checkNumbers(fields);
        if (fields.number("count").isEmpty() && fields.number("received").isEmpty()) {
            throw Refusal.unprocessable("each product needs count or received");
        }
        return new Bulk(product, fields);
    }

    private void receive(ConsignmentRow row, Bulk one) {
        LineRow line = lineOf(row, one.product());
        one.fields().number("received").ifPresent(more -> line.received = line.received.add(more));
        steps.lineChanged(row, line);
    }

    private LineRow lineOf(ConsignmentRow row, ProductRow product) {
        return row.line(product).orElseGet(() -> added(row, product));
    }

    private LineRow added(ConsignmentRow row, ProductRow product) {
        LineRow line = new LineRow(product, store.now());
        row.lines.put(product.number, line);
        row.lineTable.add(line);
        return line;
    }

    private void write(ConsignmentRow row, LineRow line, FieldReader fields, boolean adding) {
        Optional<BigDecimal> count = fields.number("count");
        Optional<BigDecimal> received = fields.number("received");
        Optional<BigDecimal> cost = fields.number("cost");
        boolean open = row.is("OPEN", "SENT");
        if (open && row.type != ConsignmentType.STOCKTAKE) {
            count.ifPresent(
                    value -> line.count = Optional.of(adding ? line.sent().add(value) : value));
        }
        if (costCounts(row)) {
            line.cost = cost.or(() -> line.cost);
        }
        boolean arriving = arriving(row);
        if (arriving) {
            received.ifPresent(value -> line.received = adding ? line.received.add(value) : value);
        }
        steps.lineChanged(row, line);
        // Not while adding: there the whole call decides, not one line of it.
        if (!adding && received.isPresent() && row.type == ConsignmentType.SUPPLIER && row.is("SENT")) {
            line.received = received.get();
            dispatched(row);
        }
    }

    /** Before anything is done. */
    private static void checkNumbers(FieldReader fields) {
        List.of("count", "received", "cost").forEach(fields::number);
    }

    private static boolean costCounts(ConsignmentRow row) {
        return row.type == ConsignmentType.SUPPLIER ? row.is("OPEN", "SENT", "DISPATCHED") : row.is("OPEN");
    }

    private static boolean arriving(ConsignmentRow row) {
        return switch (row.type) {
            case SUPPLIER -> row.is("DISPATCHED");
            case OUTLET -> row.is("SENT", "DISPATCHED");
            case RETURN -> false;
            case STOCKTAKE -> true;
        };
    }

    private void dispatched(ConsignmentRow row) {
        row.status = "DISPATCHED";
        steps.changed(row);
    }

    private LineRow found(ConsignmentRow row, String productId) {
        return ids.number(Ids.Kind.PRODUCT, productId)
                .flatMap(store.products::numbered)
                .flatMap(row::line)
                .orElseThrow(() -> Refusal.notFound("consignment product"));
    }

    private ProductRow product(ConsignmentRow row, String id) {
        checkOpen(row);
        ProductRow product = ids.number(Ids.Kind.PRODUCT, id)
                .flatMap(store.products::numbered)
                .filter(one -> !one.deleted())
                .orElseThrow(() -> Refusal.unprocessable("product_id is no product"));
        if (product.composite && row.type == ConsignmentType.SUPPLIER) {
            throw Refusal.unprocessable("a composite product cannot be ordered");
        }
        return product;
    }

    private static void checkOpen(ConsignmentRow row) {
        if (row.is("RECEIVED", "CANCELLED", "CLOSED", "STOCKTAKE_COMPLETE")) {
            throw Refusal.unprocessable("the products of a " + row.status + " consignment cannot change");
        }
    }
}
