package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Consignments without their lines; called with the store's monitor held.
 *
 * <p>A write replaces everything that the consignment says of itself: what is left out is gone.
 */
final class Consignments {

    private static final int MOST_FILTERS = 25;
    private static final List<String> FILTERS = List.of("product_type", "brand", "supplier", "tag", "product");

    private final XSeriesStore store;
    private final Ids ids;
    private final ConsignmentRendering rendering;
    private final ConsignmentSteps steps;
    private final ConsignmentManners manners;

    Consignments(
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

    /** Filtered by type, status and outlet alone; any other parameter means nothing. */
    JsonNode list(SandboxRequest request, Contract contract, Optional<FaultKind> fault) {
        Predicate<ConsignmentRow> wanted = row -> fits(request, "type", row.type.name())
                && fits(request, "status", row.status)
                && fits(request, "outlet_id", ids.of(Ids.Kind.OUTLET, row.draft.outlet().number));
        Page<ConsignmentRow> page =
                Lists.of(store.consignmentTable, Window.of(request).withoutDeleted(), wanted, fault);
        return contract == Contract.DATED || manners.now.enveloped()
                ? Lists.envelope(page, rendering::consignment)
                : Lists.bare(page, rendering::consignment);
    }

    private static boolean fits(SandboxRequest request, String name, String value) {
        return request.parameter(name)
                .filter(asked -> !asked.equalsIgnoreCase(value))
                .isEmpty();
    }

    ConsignmentRow found(String id) {
        return ids.number(Ids.Kind.CONSIGNMENT, id)
                .flatMap(store::consignment)
                .orElseThrow(() -> Refusal.notFound("consignment"));
    }

    ConsignmentRow create(SandboxRequest request, Consumer<ConsignmentType> permitted) {
        FieldReader fields = FieldReader.of(request);
        ConsignmentDraft draft = draft(fields);
        permitted.accept(draft.type());
        String status = fields.text("status").orElse(draft.type().first());
        if (!draft.type().creatable(status)) {
            throw Refusal.unprocessable("a " + draft.type() + " consignment cannot be created as " + status);
        }
        return store.consign(draft, status);
    }

    void update(ConsignmentRow row, SandboxRequest request) {
        FieldReader fields = FieldReader.of(request);
        ConsignmentDraft draft = draft(fields);
        String status = fields.text("status").orElse(row.status);
        if (draft.type() != row.type) {
            throw Refusal.unprocessable("the type of a consignment cannot change");
        }
        if (row.is("RECEIVED", "CANCELLED")) {
            throw Refusal.unprocessable("a " + row.status + " consignment cannot be updated");
        }
        boolean moves = !status.equals(row.status);
        if (moves) {
            checkMove(row, status);
        }
        row.draft = draft;
        if (moves) {
            steps.enter(row, status);
        } else {
            steps.changed(row);
        }
    }

    private static void checkMove(ConsignmentRow row, String status) {
        if (!row.type.mayFollow(row.status, status)) {
            throw Refusal.unprocessable(
                    "a " + row.type + " consignment cannot go from " + row.status + " to " + status);
        }
        if (row.type == ConsignmentType.SUPPLIER && row.live().isEmpty()) {
            throw Refusal.unprocessable("the status cannot change while there are no products in the order");
        }
        boolean nothingCame = row.live().stream().allMatch(line -> line.received.signum() == 0);
        if (row.type == ConsignmentType.SUPPLIER && status.equals("RECEIVED") && nothingCame) {
            throw Refusal.unprocessable("at least one product must have a received quantity before RECEIVED");
        }
    }

    void delete(ConsignmentRow row) {
        if (row.is("RECEIVED", "STOCKTAKE_COMPLETE")) {
            throw Refusal.unprocessable("a " + row.status + " consignment cannot be deleted");
        }
        row.gone = true;
        steps.changed(row);
    }

    ObjectNode answer(ConsignmentRow row) {
        return shaped(rendering.consignment(row));
    }

    /** Under {@code data} or flat. */
    ObjectNode shaped(ObjectNode one) {
        return manners.now.wrapped() ? Lists.wrapped(one) : one;
    }

    ObjectNode totals(ConsignmentRow row) {
        if (row.type == ConsignmentType.STOCKTAKE) {
            throw Refusal.unprocessable("a count has no totals");
        }
        return rendering.totals(row);
    }

    private ConsignmentDraft draft(FieldReader fields) {
        String type = fields.required("type");
        ConsignmentType known =
                ConsignmentType.named(type).orElseThrow(() -> Refusal.unprocessable("type " + type + " is unknown"));
        Optional<OutletRow> source = fields.text("source_outlet_id").map(id -> outlet(id, "source_outlet_id"));
        if (source.isPresent() != (known == ConsignmentType.OUTLET)) {
            throw Refusal.unprocessable("source_outlet_id goes with type OUTLET, and with that alone");
        }
        return new ConsignmentDraft(
                known,
                fields.required("name"),
                outlet(fields.required("outlet_id"), "outlet_id"),
                source,
                fields.text("supplier_id").map(this::supplier),
                fields.text("reference"),
                fields.text("supplier_invoice"),
                fields.text("due_at"),
                fields.text("consignment_date"),
                filters(fields.node().path("filters")));
    }

    /** What a count is limited to, of the kinds that the vendor's guide names. */
    private static JsonNode filters(JsonNode given) {
        if (!given.isArray()) {
            return Json.object().putArray("filters");
        }
        if (given.size() > MOST_FILTERS) {
            throw Refusal.unprocessable("a count has at most " + MOST_FILTERS + " filters");
        }
        for (JsonNode filter : given) {
            if (!FILTERS.contains(filter.path("type").asText())
                    || filter.path("value").asText().isBlank()) {
                throw Refusal.unprocessable("a filter has a type of " + FILTERS + " and a value");
            }
        }
        return given;
    }

    private OutletRow outlet(String id, String field) {
        return ids.number(Ids.Kind.OUTLET, id)
                .flatMap(store::outlet)
                .filter(outlet -> !outlet.deleted())
                .orElseThrow(() -> Refusal.unprocessable(field + " is no outlet"));
    }

    private SupplierRow supplier(String id) {
        return ids.number(Ids.Kind.SUPPLIER, id)
                .flatMap(store::supplier)
                .orElseThrow(() -> Refusal.unprocessable("supplier_id is no supplier"));
    }
}
