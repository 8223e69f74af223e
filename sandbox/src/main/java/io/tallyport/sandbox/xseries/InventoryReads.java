package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Stock in both forms; called with the store's monitor held. */
final class InventoryReads {

    private final XSeriesStore store;
    private final Ids ids;
    private final Rendering rendering;

    InventoryReads(XSeriesStore store, Ids ids, Rendering rendering) {
        this.store = store;
        this.ids = ids;
        this.rendering = rendering;
    }

    /** The retailer's whole stock: 2.0 by parameters, dated by a body. */
    JsonNode all(SandboxRequest request, Contract contract, Optional<FaultKind> fault) {
        if (contract == Contract.NUMBERED) {
            Window asked = Window.of(request);
            Window window = new Window(asked.after(), asked.before(), asked.size(), false, false);
            return form(Lists.of(store.stockTable, window, fault), contract, fault, false);
        }
        InventoryQuery query = InventoryQuery.parse(request.body());
        Page<StockRow> page = query.product().isPresent()
                ? Lists.of(ofProducts(query), query.window())
                : Lists.of(store.stockTable, query.window(), fault);
        return form(page, contract, fault, false);
    }

    /** 2.0: the stock of one product, at every outlet that has a row. */
    JsonNode ofProduct(SandboxRequest request, ProductRow product, Optional<FaultKind> fault) {
        Window window = Window.of(request);
        return form(
                Lists.of(
                        product.stock.stream(),
                        new Window(window.after(), window.before(), window.size(), false, product.deleted())),
                Contract.NUMBERED,
                fault,
                true);
    }

    /** Dated: the same; nothing for a product that does not exist. */
    JsonNode ofProduct(SandboxRequest request, String id, Optional<FaultKind> fault) {
        boolean descending =
                InventoryQuery.descending(request.parameter("order_direction").orElse("ASC"));
        Window all = Window.whole(false);
        Window window = new Window(all.after(), all.before(), all.size(), descending, false);
        Stream<StockRow> rows = product(id).stream().flatMap(product -> product.stock.stream());
        return form(Lists.of(rows, window), Contract.DATED, fault, true);
    }

    private JsonNode form(Page<StockRow> page, Contract asked, Optional<FaultKind> fault, boolean ofProduct) {
        Contract contract = fault.filter(FaultKind.WRONG_VERSION::equals).isPresent() ? asked.other() : asked;
        if (contract == Contract.DATED) {
            return Lists.bare(page, row -> rendering.stock(row, contract));
        }
        return Lists.envelope(
                page, row -> ofProduct ? rendering.stockOfProduct(row, contract) : rendering.stock(row, contract));
    }

    private Stream<StockRow> ofProducts(InventoryQuery query) {
        Optional<ProductRow> named = query.product().flatMap(this::product);
        return named.stream()
                .flatMap(product -> query.variants() && product.familyHead > 0
                        ? store.products.all().filter(other -> other.familyHead == product.familyHead)
                        : Stream.of(product))
                .flatMap(product -> product.stock.stream());
    }

    private Optional<ProductRow> product(String id) {
        return ids.number(Ids.Kind.PRODUCT, id).flatMap(store.products::numbered);
    }
}
