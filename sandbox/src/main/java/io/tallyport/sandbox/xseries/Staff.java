package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.control.ConsignmentControl;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What staff do to consignments in the POS itself. */
final class Staff implements ConsignmentControl {

    private final XSeriesStore store;
    private final Ids ids;
    private final ConsignmentSteps steps;
    private final ConsignmentManners manners;
    private final ConsignmentRendering rendering;

    Staff(XSeriesStore store, Ids ids, ConsignmentSteps steps, ConsignmentManners manners) {
        this.store = store;
        this.ids = ids;
        this.steps = steps;
        this.manners = manners;
        this.rendering = new ConsignmentRendering(ids);
    }

    @Override
    public ArrayNode consignments() {
        synchronized (store) {
            ArrayNode all = Json.object().putArray("consignments");
            store.consignments.stream().filter(row -> !row.gone).forEach(row -> all.add(told(row)));
            return all;
        }
    }

    @Override
    public ObjectNode make(String type, String reference) {
        synchronized (store) {
            ConsignmentType known = ConsignmentType.named(type)
                    .orElseThrow(
                            () -> new IllegalArgumentException("no type of consignments is called '" + type + "'"));
            boolean transfer = known == ConsignmentType.OUTLET;
            return told(store.consign(
                    new ConsignmentDraft(
                            known,
                            "Made at the till",
                            store.main(),
                            transfer ? Optional.of(store.outlets.get(1)) : Optional.empty(),
                            known == ConsignmentType.SUPPLIER ? store.supplier(1) : Optional.empty(),
                            Optional.of(reference),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Json.object().putArray("filters")),
                    known.first()));
        }
    }

    @Override
    public ObjectNode receive(String consignment, Map<String, BigDecimal> goods, boolean complete) {
        synchronized (store) {
            ConsignmentRow row = found(consignment);
            if (goods.isEmpty()) {
                row.live().forEach(line -> arrived(row, line, line.sent()));
            }
            goods.forEach((sku, quantity) -> arrived(row, lineOf(row, sku), quantity));
            if (complete) {
                steps.enter(row, "RECEIVED");
            } else {
                row.status = "DISPATCHED";
                steps.changed(row);
            }
            return told(row);
        }
    }

    private void arrived(ConsignmentRow row, LineRow line, BigDecimal quantity) {
        line.received = quantity;
        steps.lineChanged(row, line);
    }

    @Override
    public ObjectNode status(String consignment, String status) {
        synchronized (store) {
            ConsignmentRow row = found(consignment);
            steps.mark(row, status);
            return told(row);
        }
    }

    @Override
    public ObjectNode line(String consignment, String sku, Optional<BigDecimal> count, Optional<BigDecimal> cost) {
        synchronized (store) {
            ConsignmentRow row = found(consignment);
            LineRow line = lineOf(row, sku);
            line.count = count.or(() -> line.count);
            line.cost = cost.or(() -> line.cost);
            steps.lineChanged(row, line);
            return told(row);
        }
    }

    @Override
    public ObjectNode withoutLine(String consignment, String sku) {
        synchronized (store) {
            ConsignmentRow row = found(consignment);
            LineRow line = row.line(product(sku))
                    .orElseThrow(() -> new IllegalArgumentException("'" + sku + "' is not on " + consignment));
            line.gone = true;
            steps.lineChanged(row, line);
            return told(row);
        }
    }

    @Override
    public Manners manners() {
        synchronized (store) {
            return manners.now;
        }
    }

    @Override
    public void manners(Manners other) {
        synchronized (store) {
            manners.now = other;
        }
    }

    private LineRow lineOf(ConsignmentRow row, String sku) {
        ProductRow product = product(sku);
        return row.line(product).orElseGet(() -> {
            LineRow line = new LineRow(product, store.now());
            row.lines.put(product.number, line);
            row.lineTable.add(line);
            return line;
        });
    }

    private ProductRow product(String sku) {
        return store.products.ofSku(sku).stream()
                .filter(product -> product.sku.equals(sku) && !product.deleted())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("X-Series knows no SKU '" + sku + "'"));
    }

    private ConsignmentRow found(String idOrReference) {
        return store.consignments.stream()
                .filter(row -> !row.gone)
                .filter(row -> ids.of(Ids.Kind.CONSIGNMENT, row.number).equals(idOrReference)
                        || row.draft.reference().filter(idOrReference::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no consignment '" + idOrReference + "'"));
    }

    private ObjectNode told(ConsignmentRow row) {
        ObjectNode node = rendering.consignment(row);
        ObjectNode lines = node.putObject("lines");
        row.live().forEach(line -> lines.set(line.product.sku, rendering.line(line)));
        return node;
    }
}
