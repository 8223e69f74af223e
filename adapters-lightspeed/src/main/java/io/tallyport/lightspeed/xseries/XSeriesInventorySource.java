package io.tallyport.lightspeed.xseries;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.lightspeed.xseries.OutletReads.OutletRead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Stock levels of X-Series.
 *
 * <p>Products and inventory are two lists, each paged by version to an empty page. A read of all levels goes through
 * inventory first, keeps what concerns the outlet, and serves products with it; its first pages are therefore empty.
 * Resumed where the kept part is not (another process, another session), it reads inventory again and goes on in products
 * where it was.
 *
 * <p><b>Why a read is complete.</b> Every change gives a row a new version, higher than all before it. A list that is
 * read upwards from version 0 until nothing is above the last one seen has therefore shown each row at least once: the
 * platform itself said that no row is left. So the total is the number of different products that were served. A product
 * that changed during the read comes again, and is counted once, unless the read was taken over between: then it may
 * count twice, and the read passes for incomplete.
 *
 * <p><b>Marks</b> are versions of inventory. A renamed SKU, or inventory that was switched on or off, changes the product
 * and not its inventory: a read of changes does not see it, a read of all levels does.
 */
final class XSeriesInventorySource implements InventorySource {

    private static final String CHANGES = "changes ";
    private static final int NOT_FOUND = 404;

    private final XSeriesOptions options;
    private final XSeriesOutlets outlets;
    private final InventoryFeed inventory;
    private final ProductFeed products;
    private final XSeriesClient client;
    private final StockMapper mapper;
    private final OutletReads reads = new OutletReads();

    XSeriesInventorySource(
            XSeriesOptions options,
            XSeriesOutlets outlets,
            InventoryFeed inventory,
            ProductFeed products,
            XSeriesClient client) {
        this.options = options;
        this.outlets = outlets;
        this.inventory = inventory;
        this.products = products;
        this.client = client;
        this.mapper = new StockMapper(options.codesStandIn());
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        outlets.require(location);
        LevelsCursor stored =
                cursor.map(one -> parsed(one, location)).orElseGet(() -> LevelsCursor.begin("none", location));
        Optional<OutletRead> kept = reads.find(stored.read());
        OutletRead read = kept.orElseGet(() -> reads.begin(stored.served()));
        LevelsCursor at = kept.isPresent() ? stored : stored.again(read.name());
        synchronized (read) {
            return at.inProducts() ? serve(at, read) : keep(at, read);
        }
    }

    private LevelsCursor parsed(Cursor cursor, ExternalId location) {
        return LevelsCursor.parse(cursor)
                .filter(one -> one.outlet().equals(location))
                .orElseThrow(() -> foreign("products.list", "cursor is not one of this read; begin the read again"));
    }

    private LevelPage keep(LevelsCursor at, OutletRead read) {
        VersionPage<InventoryRow> page = inventory.page(at.inventoryAfter(), options.inventoryPage(), false);
        page.rows().stream()
                .filter(row -> row.outlet().equals(at.outlet().value()))
                .forEach(read.levels()::put);
        LevelsCursor next = page.isEnd() ? at.turningToProducts() : at.inventoryUpTo(page.last());
        return LevelPage.withNext(List.of(), next.cursor());
    }

    private LevelPage serve(LevelsCursor at, OutletRead read) {
        VersionPage<ProductWire> page = products.page(at.productsAfter(), options.productsPage());
        if (page.isEnd()) {
            reads.end(at.read());
            return LevelPage.last(List.of(), read.served(), mark(at.mark().orElse(at.inventoryAfter())));
        }
        List<StockLevel> levels = page.rows().stream()
                .filter(StockMapper::isSold)
                .map(product -> level(product, read.levels()))
                .toList();
        return LevelPage.withNext(
                levels, at.productsUpTo(page.last(), read.served()).cursor());
    }

    private StockLevel level(ProductWire product, OutletLevels levels) {
        UUID id = UUID.fromString(Objects.requireNonNull(product.id()));
        levels.serve(id);
        return mapper.level(product, levels.isStocked(id), levels.level(id));
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        outlets.require(location);
        long from = version(since.value(), "watermark is not one of this platform; read everything once");
        long after = cursor.map(one -> version(
                        one.value().startsWith(CHANGES) ? one.value().substring(CHANGES.length()) : "",
                        "cursor is not one of this read; begin the read again"))
                .orElse(from);
        VersionPage<InventoryRow> page = inventory.page(after, options.inventoryPage(), true);
        if (page.isEnd()) {
            return LevelPage.last(List.of(), mark(Math.max(from, after)));
        }
        List<StockLevel> levels = page.rows().stream()
                .filter(row -> row.outlet().equals(location.value()))
                .map(mapper::changed)
                .toList();
        return LevelPage.withNext(levels, new Cursor(CHANGES + page.last()));
    }

    private long version(String text, String otherwise) {
        if (!text.matches("[0-9]{1,18}")) {
            throw foreign("inventory.list", otherwise);
        }
        return Long.parseLong(text);
    }

    private static Watermark mark(long version) {
        return new Watermark(String.valueOf(version));
    }

    private PortException.Rejected foreign(String operation, String what) {
        return client.rejected(operation, XSeriesErrors.REFUSED, "the " + what);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        outlets.require(location);
        List<StockLevel> levels = new ArrayList<>();
        for (ExternalId item : new LinkedHashSet<>(items)) {
            ProductKey.of(item.value())
                    .flatMap(product -> level(product, location))
                    .ifPresent(levels::add);
        }
        return List.copyOf(levels);
    }

    /** Two calls for each product: the platform reads no list of products by id. */
    private Optional<StockLevel> level(UUID id, ExternalId location) {
        try {
            ProductWire product = products.one(id);
            if (!StockMapper.isSold(product)) {
                return Optional.empty();
            }
            Optional<InventoryRow> row = inventory.row(id, location.value()).filter(one -> !one.deleted());
            return Optional.of(mapper.level(product, row.isPresent(), row.flatMap(InventoryRow::level)));
        } catch (PortException.Rejected e) {
            if (e.context().vendorStatus().orElse(0) == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Lets go of what unfinished reads kept. */
    void close() {
        reads.clear();
    }
}
