package io.tallyport.core.counting;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.consignment.InMemoryConsignments;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.intent.InMemoryIntentJournal;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.SettableClock;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.InMemoryPartnerMappings;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A till with counts in memory, and the use cases over it. The SKU {@code X} is the item {@code i-X} there. */
final class CountingTill {

    static final ConnectionId ID = new ConnectionId("till");
    static final String ACTOR = "clerk";
    static final Instant START = Instant.parse("2026-03-08T02:30:00Z");
    static final CountReference REFERENCE = new CountReference("CNT-2026-001");
    static final ExternalId OUTLET = new ExternalId("o-1");

    final SettableClock clock = new SettableClock(START);
    final InMemoryConsignments shop = new InMemoryConsignments();
    final InMemoryIntentJournal journal = new InMemoryIntentJournal();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final InMemoryPartnerMappings partners = new InMemoryPartnerMappings();
    private final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final Map<Sku, Set<ExternalId>> items = new HashMap<>();

    CountingTill() {
        connections.save(new Connection(
                ID,
                new Platform("till"),
                "account",
                URI.create("http://127.0.0.1:1"),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of(),
                Map.of()));
        partners.put(new PartnerMapping(ID, PartnerKind.OUTLET, "Main", OUTLET));
    }

    /** An item that bears this SKU, so many of which are there. */
    CountingTill stocks(String sku, long level) {
        items.put(new Sku(sku), Set.of(item(sku)));
        shop.stocks(item(sku), level);
        return this;
    }

    /** A second item that bears the SKU. */
    CountingTill again(String sku) {
        items.put(new Sku(sku), Set.of(item(sku), new ExternalId("other-" + sku)));
        return this;
    }

    static ExternalId item(String sku) {
        return new ExternalId("i-" + sku);
    }

    static CountedLine line(String sku, long counted) {
        return new CountedLine(new Sku(sku), Quantity.of(counted));
    }

    static StockCount count(CountedLine... lines) {
        return new StockCount(ID, REFERENCE, "Main", "", List.of(lines), false);
    }

    CountDesk desk() {
        return desk(ports());
    }

    CountDesk desk(List<Object> ports) {
        return new CountDesk(
                new CountStores(journal, partners, audit, unitOfWork),
                new Connectors(List.of(new Door(ports)), connections),
                CountPolicy.DEFAULT,
                clock);
    }

    /** Starts until it does not wait any more. */
    CountResult started(StockCount count) {
        CountResult result = new StartCount(desk()).start(count, ACTOR);
        for (int tries = 0; result.ending() == CountResult.Ending.WAITING && tries < 9; tries++) {
            clock.set(result.again().orElseThrow());
            result = new StartCount(desk()).start(count, ACTOR);
        }
        return result;
    }

    CountResult completed(StockCount count, CountConsent consent) {
        return new CompleteCount(desk()).complete(count, consent, ACTOR);
    }

    CountResult cancelled() {
        return new CancelCount(desk()).cancel(ID, REFERENCE, ACTOR);
    }

    /** What the till can do, as a session gives it. */
    List<Object> ports() {
        return List.of(shop, lookup(), levels());
    }

    ItemLookup lookup() {
        return skus -> {
            Map<Sku, Set<ExternalId>> found = new HashMap<>(items);
            found.keySet().retainAll(new ArrayList<>(skus));
            return found;
        };
    }

    InventorySource levels() {
        return new Levels(shop);
    }

    private record Levels(InMemoryConsignments shop) implements InventorySource {

        @Override
        public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
            throw new UnsupportedOperationException("counts ask for their own items alone");
        }

        @Override
        public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
            throw new UnsupportedOperationException("counts ask for their own items alone");
        }

        @Override
        public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
            Map<ExternalId, Quantity> stock = shop.stock();
            stock.keySet().retainAll(new ArrayList<>(items));
            return stock.entrySet().stream()
                    .map(entry -> new StockLevel(
                            entry.getKey(),
                            Optional.empty(),
                            "",
                            true,
                            Stocking.STOCKED,
                            Optional.of(entry.getValue()),
                            Optional.of(entry.getValue())))
                    .toList();
        }
    }

    private record Door(List<Object> ports) implements Connector {

        @Override
        public Platform platform() {
            return new Platform("till");
        }

        @Override
        public List<String> requiredSecrets(Map<String, String> options) {
            return List.of();
        }

        @Override
        public ConnectorSession open(Connection connection) {
            return new Session(ports);
        }
    }

    private record Session(List<Object> ports) implements ConnectorSession {

        @Override
        public Health check() {
            return new Health("in memory", List.of());
        }

        @Override
        public List<Location> locations() {
            return List.of(new Location(OUTLET, "Main", true));
        }

        @Override
        public <T> Optional<T> port(Class<T> type) {
            return ports.stream().filter(type::isInstance).map(type::cast).findFirst();
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
