package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.Optional;

/** Who sells to the retailer; a write answers the id alone, each in its own form. Called with the store's monitor held. */
final class Suppliers {

    private final XSeriesStore store;
    private final Ids ids;
    private final ConsignmentRendering rendering;

    Suppliers(XSeriesStore store, Ids ids, ConsignmentRendering rendering) {
        this.store = store;
        this.ids = ids;
        this.rendering = rendering;
    }

    JsonNode list(SandboxRequest request, Optional<FaultKind> fault) {
        Window window = Window.of(request).withoutDeleted();
        return Lists.envelope(Lists.of(store.supplierTable, window, fault), rendering::supplier);
    }

    JsonNode one(String id) {
        return Lists.wrapped(rendering.supplier(found(id)));
    }

    ObjectNode create(SandboxRequest request, Contract contract) {
        SupplierRow row = new SupplierRow(store.suppliers.size() + 1L, "");
        write(row, request, contract);
        store.suppliers.add(row);
        store.supplierTable.add(row);
        return Json.object().put("data", id(row));
    }

    ObjectNode update(String id, SandboxRequest request, Contract contract) {
        SupplierRow row = found(id);
        write(row, request, contract);
        store.supplierTable.touch(row);
        return Json.object().put("id", id(row));
    }

    ObjectNode delete(String id) {
        SupplierRow row = found(id);
        row.gone = true;
        store.supplierTable.touch(row);
        return Lists.wrapped(Json.object().put("id", id(row)).put("job_id", "job-" + row.version()));
    }

    private static void write(SupplierRow row, SandboxRequest request, Contract contract) {
        FieldReader fields = FieldReader.of(request);
        String name = fields.required("name");
        JsonNode contact = fields.node().path("contact");
        if (contract == Contract.DATED && !contact.isObject()) {
            throw Refusal.badRequest("contact is required");
        }
        row.name = name;
        row.description = fields.text("description").orElse("");
        row.contact = contact.isObject() ? contact : Json.object();
    }

    private SupplierRow found(String id) {
        return ids.number(Ids.Kind.SUPPLIER, id)
                .flatMap(store::supplier)
                .orElseThrow(() -> Refusal.notFound("supplier"));
    }

    private String id(SupplierRow row) {
        return ids.of(Ids.Kind.SUPPLIER, row.number);
    }
}
