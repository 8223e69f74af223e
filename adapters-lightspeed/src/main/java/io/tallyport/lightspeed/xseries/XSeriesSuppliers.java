package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tallyport.core.consignment.Supplier;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The suppliers of a store, to the empty page. One whose rows do not tell a version is paged by the envelope's. */
final class XSeriesSuppliers implements SupplierSource {

    private final ConsignmentOptions options;
    private final XSeriesClient client;

    XSeriesSuppliers(ConsignmentOptions options, XSeriesClient client) {
        this.options = options;
        this.client = client;
    }

    /** A supplier as the platform writes it. */
    record SupplierWire(
            @Nullable String id,
            @Nullable String name,
            @JsonProperty("deleted_at") @Nullable String deletedAt,
            @Nullable Long version)
            implements Versioned {}

    @Override
    public List<Supplier> suppliers() {
        Map<ExternalId, Supplier> all = new LinkedHashMap<>();
        VersionPage<SupplierWire> page = page(0);
        while (!page.isEnd()) {
            page.rows().stream()
                    .filter(row -> row.deletedAt() == null || row.deletedAt().isBlank())
                    .map(XSeriesSuppliers::supplier)
                    .forEach(supplier -> all.put(supplier.id(), supplier));
            page = page(page.last());
        }
        return List.copyOf(all.values());
    }

    private VersionPage<SupplierWire> page(long after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("page_size", options.pageSize());
        return client.get(
                "suppliers.list",
                options.version(),
                "suppliers",
                parameters,
                body -> Wire.enveloped(body, SupplierWire.class, options.version(), after));
    }

    private static Supplier supplier(SupplierWire row) {
        String id = Objects.requireNonNullElse(row.id(), "");
        if (id.isBlank()) {
            throw Problem.unreadable("a supplier came without id").asException();
        }
        return new Supplier(new ExternalId(id), Objects.requireNonNullElse(row.name(), "Supplier " + id));
    }
}
