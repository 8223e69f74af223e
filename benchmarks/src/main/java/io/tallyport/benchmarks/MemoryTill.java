package io.tallyport.benchmarks;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A POS in memory that sells what the sandbox's shop sells, has more of each than the shop, and never changes. */
final class MemoryTill implements Connector, ConnectorSession, InventorySource {

    static final Platform PLATFORM = new Platform("memory-till");
    private static final Location PLACE = new Location(new ExternalId("1"), "Till", true);
    private static final Watermark ALWAYS = new Watermark("always");
    /** More than the sandbox ever makes up. */
    private static final long MUCH = 1_000;

    private final List<StockLevel> levels;

    MemoryTill(List<CatalogueItem> items) {
        this.levels = items.stream().map(MemoryTill::level).toList();
    }

    private static StockLevel level(CatalogueItem item) {
        Optional<Quantity> much = Optional.of(Quantity.of(MUCH + item.number() % 100));
        return new StockLevel(
                new ExternalId(Integer.toString(item.number())),
                item.shopSku().map(Sku::new),
                "item " + item.number(),
                true,
                Stocking.STOCKED,
                much,
                much);
    }

    @Override
    public Platform platform() {
        return PLATFORM;
    }

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return List.of();
    }

    @Override
    public ConnectorSession open(Connection connection) {
        return this;
    }

    @Override
    public Health check() {
        return new Health("in memory", List.of());
    }

    @Override
    public List<Location> locations() {
        return List.of(PLACE);
    }

    @Override
    public <T> Optional<T> port(Class<T> type) {
        return type == InventorySource.class ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        return LevelPage.last(levels, levels.size(), ALWAYS);
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        return LevelPage.last(List.of(), ALWAYS);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
