package io.tallyport.lightspeed.rseries;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Expiring;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.SetByDifferences;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** An open R-Series connection. Holds nothing that has to be closed. */
final class RSeriesSession implements ConnectorSession {

    private final Connection connection;
    private final RSeriesPages pages;
    private final RSeriesShops shops;
    private final InventorySource source;
    private final StockLog log;
    private final StockAdjuster adjuster;
    private final InventorySink sink;
    private final ProductSource products;
    private final Expiring authorization;
    private final Clock clock;

    RSeriesSession(
            Connection connection,
            RSeriesPages pages,
            RSeriesShops shops,
            InventorySource source,
            StockLog log,
            StockAdjuster adjuster,
            ProductSource products,
            Expiring authorization,
            Clock clock) {
        this.connection = connection;
        this.pages = pages;
        this.shops = shops;
        this.source = source;
        this.log = log;
        this.adjuster = adjuster;
        this.sink = new SetByDifferences(
                source::levelsOf,
                adjuster,
                new SetByDifferences.Limits(LightspeedErrors.NOT_ADJUSTABLE, Optional.of(LightspeedErrors.BELOW_ZERO)));
        this.products = products;
        this.authorization = authorization;
        this.clock = clock;
    }

    @Override
    public Health check() {
        String account = connection.account();
        List<PageWire.AccountWire> accounts = pages.accounts().body().accounts();
        List<String> problems = new ArrayList<>();
        Optional<PageWire.AccountWire> ours = accounts.stream()
                .filter(each -> account.equals(each.accountID()))
                .findFirst();
        if (ours.isEmpty()) {
            String opened = accounts.stream()
                    .map(PageWire.AccountWire::accountID)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            problems.add(
                    LightspeedErrors.WRONG_ACCOUNT + " the token opens account " + (opened.isEmpty() ? "none" : opened)
                            + ", the connection names " + account + ": " + LightspeedErrors.WRONG_ACCOUNT.action());
        } else {
            trying(this::readStock).ifPresent(problems::add);
            if (connection.accessMode().allows(Access.WRITE)) {
                trying(log::end).ifPresent(problems::add);
            }
        }
        String name = ours.map(PageWire.AccountWire::name)
                .map(known -> " \"" + known + "\"")
                .orElse("");
        return new Health("Lightspeed R-Series account " + account + name + ", API V3", problems);
    }

    private void readStock() {
        pages.page("ItemShop.probe", 1, "ItemShop", Map.of("limit", "1"), Optional.empty(), PageWire::itemShops);
    }

    /** What keeps us from reading, though the token is good. */
    private static Optional<String> trying(Runnable read) {
        try {
            read.run();
            return Optional.empty();
        } catch (PortException.Authentication | PortException.Rejected e) {
            return Optional.of(e.describe());
        }
    }

    @Override
    public List<Location> locations() {
        return shops.all();
    }

    @Override
    public <T> Optional<T> port(Class<T> type) {
        if (type == Expiring.class) {
            return Optional.of(type.cast(authorization));
        }
        if (type == StockAdjuster.class) {
            return Optional.of(type.cast(adjuster));
        }
        if (type == InventorySink.class) {
            return Optional.of(type.cast(sink));
        }
        if (type == ProductSource.class) {
            return Optional.of(type.cast(products));
        }
        if (type == InventorySource.class) {
            return Optional.of(type.cast(source));
        }
        return orderPort(type);
    }

    private <T> Optional<T> orderPort(Class<T> type) {
        OrderFeed orders = new OrderFeed(pages);
        if (type == ConsignmentSource.class) {
            return Optional.of(type.cast(new RSeriesOrderSource(orders)));
        }
        if (type == ConsignmentSink.class) {
            return Optional.of(type.cast(new RSeriesOrderSink(orders, clock)));
        }
        if (type == SupplierSource.class) {
            return Optional.of(type.cast(new RSeriesVendors(pages)));
        }
        return type == ConsignmentLineSink.class
                ? Optional.of(type.cast(new RSeriesOrderLines(orders)))
                : Optional.empty();
    }

    @Override
    public void close() {
        // the HTTP client is the connector's
    }
}
