package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.SandboxClock;
import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.control.BulkControl;
import io.tallyport.sandbox.control.ProductControl;
import io.tallyport.sandbox.control.ShopLevel;
import io.tallyport.sandbox.control.ShopifyControl;
import io.tallyport.sandbox.http.Downloads;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultAware;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stands in for one shop's Shopify Admin GraphQL API, {@code POST /admin/api/{version}/graphql.json}.
 *
 * <p>It serves the part of version 2026-07 that {@link ShopifySchema} names, with inventory, idempotency keys, costs and
 * throttling as Shopify documents them. Every version asked for is served with that one schema; only what 2026-04 made
 * mandatory differs. Thread-safe. Rests on shopify.dev: <em>API versioning</em>, <em>rate limits</em>,
 * <em>implementing idempotency</em>, <em>search syntax</em>, and the pages of the mutations.
 */
public final class ShopifyStandIn implements Endpoint, FaultAware, ShopifyControl, BulkControl, AutoCloseable {

    private final ShopFloor floor;
    private final MutationFields mutations;
    private final AdminApi api;
    private final BulkDesk bulk;
    private final StorageHost storage;
    private final ProductControl products;

    /**
     * Opens the shop with the products of {@code items} that it carries.
     *
     * @param plan {@code standard}, {@code advanced} or {@code plus}; anything else is an IllegalArgumentException
     * @param tokens the access tokens that are accepted
     */
    public ShopifyStandIn(Stream<CatalogueItem> items, SandboxClock clock, String plan, AccessTokens tokens) {
        this(new Shop(items, clock), new IdempotencyLedger(clock), new PointBucket(clock, plan), tokens);
    }

    ShopifyStandIn(Shop shop, IdempotencyLedger ledger, PointBucket bucket, AccessTokens tokens) {
        this.floor = new ShopFloor(shop, shop.main());
        this.mutations = new MutationFields(shop, ledger);
        this.bulk = new BulkDesk(shop.clock());
        this.storage = new StorageHost(bulk, shop.clock());
        this.products = new ShopCards(shop);
        Listings listings = new Listings(shop);
        Engine engine = new Engine(
                wiring -> {
                    wiring.type(new QueryFields(shop, listings, bulk).wiring());
                    new ObjectFields(shop, listings).addTo(wiring);
                    mutations.addTo(wiring);
                    new BulkFields(bulk).addTo(wiring);
                },
                bucket);
        this.api = new AdminApi(engine, tokens);
    }

    /**
     * Whether an exact replay of a call that had succeeded is answered with CHANGE_FROM_QUANTITY_STALE, as one team saw,
     * instead of with the first success as things are now. Off at first.
     */
    public ShopifyStandIn replayAnswersStale(boolean stale) {
        mutations.replayAnswersStale(stale);
        return this;
    }

    /** What staff change about the products. */
    public ProductControl products() {
        return products;
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return api.handle(request);
    }

    @Override
    public Optional<SandboxResponse> faulted(SandboxRequest request, Fault fault) {
        return api.faulted(request, fault);
    }

    @Override
    public ShopLevel order(String sku, int units) {
        return floor.order(sku, units);
    }

    @Override
    public ShopLevel fulfil(String sku, int units) {
        return floor.fulfil(sku, units);
    }

    @Override
    public ShopLevel setAvailable(String sku, int units) {
        return floor.setAvailable(sku, units);
    }

    @Override
    public Optional<ShopLevel> level(String sku) {
        return floor.level(sku);
    }

    @Override
    public Stream<ShopLevel> levels() {
        return floor.levels();
    }

    @Override
    public Optional<ShopifyControl> location(String id) {
        return floor.location(id);
    }

    @Override
    public Map<String, Long> counts() {
        return floor.counts();
    }

    /** The host that the results of bulk operations are fetched from, under {@code /_storage/}. */
    public Downloads storage() {
        return storage;
    }

    @Override
    public Map<String, String> bulkOperations() {
        Map<String, String> statuses = new LinkedHashMap<>();
        bulk.all().forEach(job -> statuses.put(job.snapshot().gid(), job.status()));
        return statuses;
    }

    @Override
    public void bulkPace(Duration perThousandRows) {
        bulk.pace(perThousandRows);
    }

    @Override
    public void failNextBulkOperation(String errorCode) {
        bulk.failNext(errorCode);
    }

    /** Stops what runs in bulk and deletes its files. */
    @Override
    public void close() {
        bulk.close();
    }
}
