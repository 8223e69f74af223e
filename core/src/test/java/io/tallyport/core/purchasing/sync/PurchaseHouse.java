package io.tallyport.core.purchasing.sync;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemoryConnector;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.InMemoryConsignments;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.intent.InMemoryIntentJournal;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.job.JobCodec;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.SettableClock;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.ApprovePurchaseOrder;
import io.tallyport.core.purchasing.CancelPurchaseOrder;
import io.tallyport.core.purchasing.ChangePurchaseOrder;
import io.tallyport.core.purchasing.CreatePurchaseOrder;
import io.tallyport.core.purchasing.InMemoryDiscrepancies;
import io.tallyport.core.purchasing.InMemoryPartnerMappings;
import io.tallyport.core.purchasing.InMemoryPurchaseLog;
import io.tallyport.core.purchasing.InMemoryPurchaseOrders;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.Orders;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMapping;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseOrderSync;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.SyncRequests;
import io.tallyport.core.purchasing.receiving.ReadBackConsignment;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A till with consignments in memory, and the use cases of orders over it. The SKU {@code X} is the item {@code i-X} there. */
final class PurchaseHouse {

    static final String ACTOR = "clerk";
    static final Instant START = Instant.parse("2026-03-08T02:30:00Z");

    final SettableClock clock = new SettableClock(START);
    final InMemoryConsignments shop;
    final InMemoryIntentJournal journal = new InMemoryIntentJournal();
    final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    final Map<Sku, Set<ExternalId>> items = new HashMap<>();
    final PurchaseStores stores = new PurchaseStores(
            new InMemoryPurchaseOrders(),
            new InMemoryPurchaseLog(),
            new InMemoryPartnerMappings(),
            new InMemoryDiscrepancies(),
            new InMemoryUnitOfWork());
    final InMemoryJobs jobs = new InMemoryJobs(clock);
    final OrderBook book = new OrderBook(stores, clock);
    final SyncRequests requests = new SyncRequests(jobs.queue(), JobType.of(PurchaseOrderSync.TYPE, 1, new Codec()));
    PurchasePolicy policy = PurchasePolicy.DEFAULT;

    PurchaseHouse() {
        this(new InMemoryConsignments());
    }

    PurchaseHouse(InMemoryConsignments shop) {
        this.shop = shop;
        connections.save(new Connection(
                Orders.TILL,
                new Platform("till"),
                "account",
                URI.create("http://127.0.0.1:1"),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of(),
                Map.of()));
        stores.partners().put(new PartnerMapping(Orders.TILL, PartnerKind.SUPPLIER, "Acme", new ExternalId("s-1")));
        stores.partners().put(new PartnerMapping(Orders.TILL, PartnerKind.OUTLET, "Main", new ExternalId("o-1")));
        stores.partners().put(new PartnerMapping(Orders.TILL, PartnerKind.OUTLET, "Branch", new ExternalId("o-2")));
    }

    /** An item that bears this SKU. */
    PurchaseHouse item(String sku, String... others) {
        Set<ExternalId> own = new HashSet<>(Set.of(new ExternalId("i-" + sku)));
        for (String other : others) {
            own.add(new ExternalId(other));
        }
        items.put(new Sku(sku), own);
        return this;
    }

    static ExternalId id(String sku) {
        return new ExternalId("i-" + sku);
    }

    PurchaseOrder approved(OrderDraft draft) {
        draft.lines().forEach(line -> items.computeIfAbsent(line.sku(), sku -> Set.of(id(sku.value()))));
        PurchaseOrder order = new CreatePurchaseOrder(book, connections).create(draft, ACTOR);
        return approve(order.id());
    }

    PurchaseOrder approve(PurchaseOrderId id) {
        return new ApprovePurchaseOrder(book, requests, policy)
                .approve(id, ACTOR)
                .order();
    }

    CancelPurchaseOrder cancel() {
        return new CancelPurchaseOrder(book, requests);
    }

    ChangePurchaseOrder change() {
        return new ChangePurchaseOrder(book, requests);
    }

    SyncPurchaseOrder sync() {
        return sync(Ports.of(this));
    }

    SyncPurchaseOrder sync(Ports ports) {
        return new SyncPurchaseOrder(book, journal, connectors(ports), policy);
    }

    /** Over ports and stores that fail. */
    SyncPurchaseOrder sync(Ports ports, PurchaseStores others, IntentJournal writes) {
        return new SyncPurchaseOrder(new OrderBook(others, clock), writes, connectors(ports), policy);
    }

    ReceivePurchaseOrder receive() {
        return new ReceivePurchaseOrder(book, journal, connectors(Ports.of(this)), policy);
    }

    ReadBackConsignment readBack() {
        return new ReadBackConsignment(book, connectors(Ports.of(this)));
    }

    PurchaseOrder order(PurchaseOrderId id) {
        return stores.orders().find(id).orElseThrow();
    }

    List<PurchaseEvent> alerts() {
        return stores.log().alerts(Optional.empty(), 1000).events();
    }

    Connectors connectors(Ports ports) {
        Connector till = new InMemoryConnector(
                new Platform("till"),
                List.of(new Location(new ExternalId("o-1"), "Main", true)),
                List.of(ports.source(), ports.sink(), ports.lines(), ports.lookup()));
        return new Connectors(List.of(till), connections);
    }

    /** What the till can do, as a session gives it. */
    record Ports(ConsignmentSource source, ConsignmentSink sink, ConsignmentLineSink lines, ItemLookup lookup) {

        static Ports of(PurchaseHouse house) {
            return new Ports(house.shop, house.shop, house.shop, skus -> {
                Map<Sku, Set<ExternalId>> found = new HashMap<>(house.items);
                found.keySet().retainAll(new ArrayList<>(skus));
                return found;
            });
        }
    }

    private static final class Codec implements JobCodec<PurchaseOrderSync> {

        @Override
        public String encode(PurchaseOrderSync payload) {
            return payload.order();
        }

        @Override
        public PurchaseOrderSync decode(int version, String payload) {
            return new PurchaseOrderSync(payload);
        }
    }
}
