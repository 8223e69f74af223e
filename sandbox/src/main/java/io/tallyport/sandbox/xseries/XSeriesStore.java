package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.catalogue.CatalogueItem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The retailer's outlets, registers, products and stock. Whoever reads or changes rows holds this object's monitor.
 *
 * <p>The first outlet is the branch of the catalogue, the second sells one product in three, the third is closed.
 */
final class XSeriesStore {

    private static final int STALL_SELLS_ONE_IN = 3;
    private static final int EDITED_LATER_ONE_IN = 17;
    private static final int COUNTED_LATER_ONE_IN = 23;

    final Instant opened;
    final long retailerVersion;
    final VersionedTable<OutletRow> outletTable;
    final VersionedTable<RegisterRow> registerTable;
    final VersionedTable<ProductRow> productTable;
    final VersionedTable<StockRow> stockTable;
    final Products products = new Products();
    final List<OutletRow> outlets = List.of(
            new OutletRow(1, "Second Street", false),
            new OutletRow(2, "Market Stall", false),
            new OutletRow(3, "Old Pier", true));
    final List<RegisterRow> registers = new ArrayList<>();

    XSeriesStore(Stream<CatalogueItem> catalogue, Clock clock, int registers) {
        VersionCounter counter = new VersionCounter();
        this.opened = clock.instant();
        this.retailerVersion = counter.next();
        this.outletTable = new VersionedTable<>(counter);
        this.registerTable = new VersionedTable<>(counter);
        this.productTable = new VersionedTable<>(counter);
        this.stockTable = new VersionedTable<>(counter);
        outlets.forEach(outletTable::add);
        for (int number = 1; number <= registers; number++) {
            add(new RegisterRow(number, outlets.get(number % 2 == 0 ? 1 : 0)));
        }
        add(new RegisterRow(registers + 1, outlets.get(2)));
        catalogue.filter(item -> item.branch().carried()).forEach(this::add);
        age();
    }

    OutletRow main() {
        return outlets.get(0);
    }

    Optional<OutletRow> outlet(long number) {
        return outlets.stream().filter(outlet -> outlet.number == number).findFirst();
    }

    Optional<RegisterRow> register(long number) {
        return registers.stream().filter(register -> register.number == number).findFirst();
    }

    /** Sets what an outlet has of a product; only the stock row gets a new version. */
    void stock(StockRow row, BigDecimal level) {
        if (row.level.compareTo(level) != 0) {
            row.level = level;
            stockTable.touch(row);
        }
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("products", (long) productTable.size());
        counts.put("inventory", (long) stockTable.size());
        counts.put("outlets", (long) outletTable.size());
        counts.put("registers", (long) registerTable.size());
        return counts;
    }

    private void add(RegisterRow register) {
        registers.add(register);
        registerTable.add(register);
    }

    private void add(CatalogueItem item) {
        ProductRow product = new ProductRow(item);
        products.add(product);
        productTable.add(product);
        List<StockRow> stock = new ArrayList<>(2);
        item.branch().level().ifPresent(level -> stock.add(new StockRow(product, main(), level)));
        boolean atStall = item.number() % STALL_SELLS_ONE_IN == 0 && product.tracked && !product.composite;
        if (atStall) {
            stock.add(new StockRow(product, outlets.get(1), BigDecimal.valueOf(item.number() * 5L % 11)));
        }
        product.stock = List.copyOf(stock);
        product.stock.forEach(stockTable::add);
    }

    /** Some rows changed after all had been there, so the order by version is not the order by number. */
    private void age() {
        products.all()
                .filter(product -> product.number % EDITED_LATER_ONE_IN == 0)
                .forEach(productTable::touch);
        products.all()
                .filter(product -> product.number % COUNTED_LATER_ONE_IN == 0)
                .forEach(product -> product.stock.forEach(stockTable::touch));
    }
}
