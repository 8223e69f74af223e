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
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The retailer's outlets, registers, products and stock. Whoever reads or changes rows holds this object's monitor.
 *
 * <p>The first outlet is the branch of the catalogue, the second sells one product in three, the third is closed.
 */
final class XSeriesStore {

    /** The number of the reason that is kept for whoever feeds stock in, and of that for taking it out. */
    static final int REASON_IN = 1;

    static final int REASON_OUT = 2;

    private static final int STALL_SELLS_ONE_IN = 3;
    private static final int EDITED_LATER_ONE_IN = 17;
    private static final int COUNTED_LATER_ONE_IN = 23;

    final Instant opened;
    final long retailerVersion;
    final VersionedTable<OutletRow> outletTable;
    final VersionedTable<RegisterRow> registerTable;
    final VersionedTable<ProductRow> productTable;
    final VersionedTable<StockRow> stockTable;
    final VersionedTable<AdjustmentRow> adjustmentTable;
    final VersionedTable<ReasonRow> reasonTable;
    final Products products = new Products();
    final List<OutletRow> outlets = List.of(
            new OutletRow(1, "Second Street", false),
            new OutletRow(2, "Market Stall", false),
            new OutletRow(3, "Old Pier", true));
    final List<RegisterRow> registers = new ArrayList<>();
    final List<ReasonRow> reasons = List.of(
            new ReasonRow(REASON_IN, "Sync in", true, true),
            new ReasonRow(REASON_OUT, "Sync out", false, true),
            new ReasonRow(3, "Found in the cellar", true, true),
            new ReasonRow(4, "Given to the cat", false, false));

    final VersionedTable<SupplierRow> supplierTable;
    final List<SupplierRow> suppliers = new ArrayList<>(List.of(
            new SupplierRow(1, "Northwind Wholesale"),
            new SupplierRow(2, "Peak Supplies"),
            new SupplierRow(3, "Bankrupt & Sons")));
    final VersionedTable<ConsignmentRow> consignmentTable;
    final List<ConsignmentRow> consignments = new ArrayList<>();

    private final VersionCounter counter = new VersionCounter();
    private final Clock clock;
    private Consumer<StockRow> stockListener = row -> {};

    XSeriesStore(Stream<CatalogueItem> catalogue, Clock clock, int registers) {
        this.clock = clock;
        this.opened = clock.instant();
        this.retailerVersion = counter.next();
        this.outletTable = new VersionedTable<>(counter);
        this.registerTable = new VersionedTable<>(counter);
        this.productTable = new VersionedTable<>(counter);
        this.stockTable = new VersionedTable<>(counter);
        this.adjustmentTable = new VersionedTable<>(counter);
        this.reasonTable = new VersionedTable<>(counter);
        this.supplierTable = new VersionedTable<>(counter);
        this.consignmentTable = new VersionedTable<>(counter);
        outlets.forEach(outletTable::add);
        for (int number = 1; number <= registers; number++) {
            add(new RegisterRow(number, outlets.get(number % 2 == 0 ? 1 : 0)));
        }
        add(new RegisterRow(registers + 1, outlets.get(2)));
        catalogue.filter(item -> item.branch().carried()).forEach(this::add);
        age();
        reasons.forEach(reasonTable::add);
        suppliers.get(2).gone = true;
        suppliers.forEach(supplierTable::add);
    }

    /** Tells {@code listener} of every level that changes from now on. */
    void onStock(Consumer<StockRow> listener) {
        stockListener = listener;
    }

    Instant now() {
        return clock.instant();
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

    Optional<SupplierRow> supplier(long number) {
        return suppliers.stream()
                .filter(supplier -> supplier.number == number && !supplier.gone)
                .findFirst();
    }

    Optional<ConsignmentRow> consignment(long number) {
        return number >= 1 && number <= consignments.size()
                ? Optional.of(consignments.get((int) number - 1)).filter(row -> !row.gone)
                : Optional.empty();
    }

    /** A new consignment without lines. */
    ConsignmentRow consign(ConsignmentDraft draft, String status) {
        ConsignmentRow row =
                new ConsignmentRow(consignments.size() + 1L, draft, status, now(), new VersionedTable<>(counter));
        consignments.add(row);
        consignmentTable.add(row);
        return row;
    }

    /** The stock row of a product at an outlet, which is made where there is none; empty where none is kept. */
    Optional<StockRow> stockOf(ProductRow product, OutletRow outlet) {
        if (!product.tracked || product.composite) {
            return Optional.empty();
        }
        return Optional.of(product.stock.stream()
                .filter(row -> row.outlet == outlet)
                .findFirst()
                .orElseGet(() -> stocked(product, outlet)));
    }

    Optional<ReasonRow> reason(long number) {
        return reasons.stream().filter(reason -> reason.number == number).findFirst();
    }

    /** Writes down an adjustment; its version is above that of the stock row it has changed. */
    AdjustmentRow adjusted(
            ProductRow product, OutletRow outlet, BigDecimal quantity, String reason, Optional<ReasonRow> custom) {
        AdjustmentRow row = new AdjustmentRow(
                adjustmentTable.size() + 1L, product, outlet, quantity, reason, custom, clock.instant());
        adjustmentTable.add(row);
        return row;
    }

    /** A new stock row with nothing in it. */
    StockRow stocked(ProductRow product, OutletRow outlet) {
        StockRow row = new StockRow(product, outlet, BigDecimal.ZERO);
        product.stock = Stream.concat(product.stock.stream(), Stream.of(row)).toList();
        stockTable.add(row);
        return row;
    }

    /** Sets what an outlet has of a product; only the stock row gets a new version. */
    void stock(StockRow row, BigDecimal level) {
        if (row.level.compareTo(level) != 0) {
            row.level = level;
            stockTable.touch(row);
            stockListener.accept(row);
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
