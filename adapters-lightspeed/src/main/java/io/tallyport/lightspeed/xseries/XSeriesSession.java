package io.tallyport.lightspeed.xseries;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.CountSink;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.SetByDifferences;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.webhook.WebhookSubscriptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An open X-Series connection. */
final class XSeriesSession implements ConnectorSession {

    private static final int FORBIDDEN = 403;

    private final Connection connection;
    private final XSeriesClient client;
    private final XSeriesOutlets outlets;
    private final InventoryFeed inventory;
    private final ProductFeed products;
    private final XSeriesInventorySource source;
    private final AdjustReasons reasons;
    private final StockAdjuster adjuster;
    private final InventorySink sink;
    private final XSeriesProductSource productSource;
    private final ConsignmentFeed consignments;
    private final Clock clock;

    XSeriesSession(
            Connection connection,
            XSeriesClient client,
            XSeriesOutlets outlets,
            InventoryFeed inventory,
            ProductFeed products,
            XSeriesInventorySource source,
            AdjustReasons reasons,
            StockAdjuster adjuster,
            SetByDifferences.Look look,
            XSeriesProductSource productSource,
            ConsignmentFeed consignments,
            Clock clock) {
        this.connection = connection;
        this.client = client;
        this.outlets = outlets;
        this.inventory = inventory;
        this.products = products;
        this.source = source;
        this.reasons = reasons;
        this.adjuster = adjuster;
        this.sink = new SetByDifferences(
                look, adjuster, new SetByDifferences.Limits(XSeriesErrors.NOT_STOCKED, Optional.empty()));
        this.productSource = productSource;
        this.consignments = consignments;
        this.clock = clock;
    }

    @Override
    public Health check() {
        String prefix = connection.account();
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<RetailerWire> retailer = retailer();
        Optional<String> opened = retailer.map(RetailerWire::domainPrefix).filter(text -> !text.isBlank());
        if (opened.isPresent() && !opened.get().equalsIgnoreCase(prefix)) {
            problems.add(XSeriesErrors.WRONG_STORE + " the token opens store \"" + opened.get()
                    + "\", the connection names \"" + prefix + "\": " + XSeriesErrors.WRONG_STORE.action());
        } else {
            trying(outlets::all).ifPresent(problems::add);
            trying(() -> products.page(0, 1)).ifPresent(problems::add);
            trying(() -> inventory.page(0, 1, false)).ifPresent(problems::add);
            if (connection.accessMode().allows(Access.WRITE)) {
                trying(() -> {
                            problems.addAll(reasons.problems());
                            reasons.missing().ifPresent(notes::add);
                        })
                        .ifPresent(problems::add);
            }
        }
        problems.addAll(expired());
        String name = retailer.map(RetailerWire::name)
                .map(known -> " \"" + known + "\"")
                .orElse("");
        return new Health(
                "Lightspeed X-Series store " + prefix + name + ", API: outlets " + outlets.version() + ", products "
                        + products.version() + ", inventory " + inventory.version()
                        + notes.stream().map(note -> "; " + note).collect(Collectors.joining()),
                problems);
    }

    /** Who the token belongs to; empty where it may not know. */
    private Optional<RetailerWire> retailer() {
        try {
            ApiVersion version = outlets.version();
            return Optional.of(client.get(
                    "outlets.retailer",
                    version,
                    "retailer",
                    Map.of(),
                    body -> Wire.data(body, RetailerWire.class, version)));
        } catch (PortException.Authentication e) {
            if (e.context().vendorStatus().orElse(0) == FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What keeps us from reading, though the token is good. */
    private static Optional<String> trying(Runnable read) {
        try {
            read.run();
            return Optional.empty();
        } catch (PortException.Authentication | PortException.Rejected | PortException.Protocol e) {
            return Optional.of(e.describe());
        }
    }

    private List<String> expired() {
        Map<String, ApiVersion> used = new LinkedHashMap<>();
        used.put("outlets", outlets.version());
        used.put("products", products.version());
        used.put("inventory", inventory.version());
        used.put("consignments", consignments.options().version());
        Set<String> problems = new LinkedHashSet<>();
        used.forEach((group, version) -> {
            if (version.isBeyondItsPromise(clock.instant())) {
                problems.add(XSeriesErrors.VERSION_WITHDRAWN + " API version " + version + " of " + group
                        + " is older than the twelve months that Lightspeed serves one; another may answer in its"
                        + " place: set option api-version." + group + " to a newer one");
            }
        });
        return List.copyOf(problems);
    }

    @Override
    public List<Location> locations() {
        return outlets.all();
    }

    @Override
    public <T> Optional<T> port(Class<T> type) {
        if (type == StockAdjuster.class) {
            return Optional.of(type.cast(adjuster));
        }
        if (type == InventorySink.class) {
            return Optional.of(type.cast(sink));
        }
        if (type == ProductSource.class) {
            return Optional.of(type.cast(productSource));
        }
        if (type == InventorySource.class) {
            return Optional.of(type.cast(source));
        }
        return consignmentPort(type);
    }

    private <T> Optional<T> consignmentPort(Class<T> type) {
        if (type == ConsignmentSource.class) {
            return Optional.of(type.cast(new XSeriesConsignmentSource(consignments)));
        }
        if (type == ConsignmentSink.class) {
            return Optional.of(type.cast(new XSeriesConsignmentSink(consignments)));
        }
        if (type == CountSink.class) {
            return Optional.of(type.cast(new XSeriesCounts(consignments)));
        }
        if (type == WebhookSubscriptions.class) {
            return Optional.of(
                    type.cast(new XSeriesSubscriptions(consignments.options().webhooks(), client)));
        }
        if (type == SupplierSource.class) {
            return Optional.of(type.cast(new XSeriesSuppliers(consignments.options(), client)));
        }
        // A code that stands in for a SKU is none to the search, which would so overlook that a SKU is not the only
        // one.
        if (type == ItemLookup.class && !productSource.codesStandIn()) {
            return Optional.of(type.cast(new XSeriesItemSearch(client)));
        }
        return type == ConsignmentLineSink.class
                ? Optional.of(type.cast(new XSeriesConsignmentLines(consignments)))
                : Optional.empty();
    }

    @Override
    public void close() {
        source.close();
        productSource.close();
    }
}
