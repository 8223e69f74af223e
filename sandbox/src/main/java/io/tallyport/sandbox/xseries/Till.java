package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.control.PosControl;
import io.tallyport.sandbox.control.PosLevel;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens at the tills of one outlet. */
final class Till implements PosControl {

    private final XSeriesStore store;
    private final OutletRow outlet;
    private final Ids ids;
    private final Events events;

    Till(XSeriesStore store, OutletRow outlet, Ids ids, Events events) {
        this.store = store;
        this.outlet = outlet;
        this.ids = ids;
        this.events = events;
    }

    @Override
    public PosLevel sell(String sku, BigDecimal quantity) {
        synchronized (store) {
            StockRow row = known(sku);
            store.stock(row, row.level.subtract(quantity));
            events.sale(row.product, outlet, quantity);
            return told(row);
        }
    }

    @Override
    public PosLevel set(String sku, BigDecimal quantity) {
        synchronized (store) {
            StockRow row = known(sku);
            store.stock(row, quantity);
            return told(row);
        }
    }

    @Override
    public Optional<PosLevel> level(String sku) {
        synchronized (store) {
            return find(sku).map(this::told);
        }
    }

    @Override
    public Stream<PosLevel> levels() {
        synchronized (store) {
            return store.products.all().flatMap(product -> row(product).stream()).map(this::told).toList().stream();
        }
    }

    @Override
    public Map<String, Long> counts() {
        synchronized (store) {
            return store.counts();
        }
    }

    private StockRow known(String sku) {
        return find(sku)
                .orElseThrow(() ->
                        new IllegalArgumentException("SKU '" + sku + "' is unknown or has no stock at " + outlet.name));
    }

    private Optional<StockRow> find(String sku) {
        return store.products.ofSku(sku).stream()
                .filter(product -> product.sku.equals(sku))
                .findFirst()
                .flatMap(this::row);
    }

    private Optional<StockRow> row(ProductRow product) {
        return product.deleted()
                ? Optional.empty()
                : product.stock.stream().filter(row -> row.outlet == outlet).findFirst();
    }

    private PosLevel told(StockRow row) {
        return new PosLevel(row.product.sku, ids.of(Ids.Kind.PRODUCT, row.product.number), row.level);
    }
}
