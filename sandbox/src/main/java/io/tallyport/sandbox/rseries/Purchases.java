package io.tallyport.sandbox.rseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Order, OrderLine, an order's Shipment, and Vendor; called with the store's monitor held. */
final class Purchases {

    /** The entities that are answered here. */
    static final Set<String> ENTITIES = Set.of("Order", "OrderLine", "Vendor");

    private final PurchaseTables tables;
    private final PurchaseWrites writes;

    Purchases(RSeriesStore store) {
        this.tables = store.purchases;
        this.writes = new PurchaseWrites(store);
    }

    ObjectNode answer(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        String entity = target.entity().orElse("");
        return switch (entity) {
            case "Order" -> order(request, target, fault);
            case "OrderLine" -> line(request, target, fault);
            default -> vendor(request, target, fault);
        };
    }

    private ObjectNode order(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        if (target.list()) {
            return switch (request.method()) {
                case "GET" ->
                    Entities.list(
                            request,
                            "Order",
                            PurchaseTables.ORDERS,
                            tables.orders,
                            Entities.plain(PurchaseRendering::order),
                            fault);
                case "POST" -> Entities.one("Order", PurchaseRendering.order(writes.create(request.body())));
                default -> throw impossible(request, "Order");
            };
        }
        long id = target.id().orElseThrow();
        OrderRow row = tables.order(id).orElseThrow(() -> missing("Order", id));
        if (target.below().isPresent()) {
            return shipments(request, row);
        }
        switch (request.method()) {
            case "GET" -> {}
            case "PUT" -> writes.update(row, request.body());
            case "DELETE" -> writes.archive(row);
            default -> throw impossible(request, "Order");
        }
        return Entities.one("Order", PurchaseRendering.order(row));
    }

    /** Read-only; there is one as soon as goods are being checked in. */
    private static ObjectNode shipments(SandboxRequest request, OrderRow row) {
        if (!request.method().equals("GET")) {
            throw impossible(request, "OrderShipment");
        }
        ObjectNode answer = Json.object();
        answer.putObject("@attributes").put("next", "").put("previous", "");
        boolean any = row.complete || row.receivedDate.isPresent();
        Rendering.rows(answer, "OrderShipment", any ? List.of(PurchaseRendering.shipment(row)) : List.of());
        return answer;
    }

    private ObjectNode line(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        if (target.list()) {
            return switch (request.method()) {
                case "GET" ->
                    Entities.list(
                            request,
                            "OrderLine",
                            PurchaseTables.LINES,
                            tables.lines,
                            Entities.plain(PurchaseRendering::line),
                            fault);
                case "POST" -> Entities.one("OrderLine", PurchaseRendering.line(writes.createLine(request.body())));
                default -> throw impossible(request, "OrderLine");
            };
        }
        long id = target.id().orElseThrow();
        OrderLineRow row = tables.line(id).orElseThrow(() -> missing("OrderLine", id));
        switch (request.method()) {
            case "GET" -> {}
            case "PUT" -> writes.update(row, request.body());
            case "DELETE" -> writes.delete(row);
            default -> throw impossible(request, "OrderLine");
        }
        return Entities.one("OrderLine", PurchaseRendering.line(row));
    }

    private ObjectNode vendor(SandboxRequest request, Target target, Optional<FaultKind> fault) {
        if (target.list()) {
            return switch (request.method()) {
                case "GET" ->
                    Entities.list(
                            request,
                            "Vendor",
                            PurchaseTables.VENDORS,
                            tables.vendors,
                            Entities.plain(PurchaseRendering::vendor),
                            fault);
                case "POST" -> Entities.one("Vendor", PurchaseRendering.vendor(writes.createVendor(request.body())));
                default -> throw impossible(request, "Vendor");
            };
        }
        long id = target.id().orElseThrow();
        VendorRow row = tables.vendor(id).orElseThrow(() -> missing("Vendor", id));
        switch (request.method()) {
            case "GET" -> {}
            case "PUT" -> writes.update(row, request.body());
            case "DELETE" -> writes.archive(row);
            default -> throw impossible(request, "Vendor");
        }
        return Entities.one("Vendor", PurchaseRendering.vendor(row));
    }

    private static Refusal missing(String entity, long id) {
        return new Refusal(404, entity + " " + id + " does not exist.");
    }

    private static Refusal impossible(SandboxRequest request, String entity) {
        return new Refusal(405, request.method() + " is not possible on " + entity + ".");
    }
}
