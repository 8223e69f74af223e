package io.tallyport.lightspeed.rseries;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Expiring;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** An open R-Series connection. Holds nothing that has to be closed. */
final class RSeriesSession implements ConnectorSession {

    private final String account;
    private final RSeriesPages pages;
    private final RSeriesShops shops;
    private final InventorySource source;
    private final ProductSource products;
    private final Expiring authorization;

    RSeriesSession(
            String account,
            RSeriesPages pages,
            RSeriesShops shops,
            InventorySource source,
            ProductSource products,
            Expiring authorization) {
        this.account = account;
        this.pages = pages;
        this.shops = shops;
        this.source = source;
        this.products = products;
        this.authorization = authorization;
    }

    @Override
    public Health check() {
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
            readingStock().ifPresent(problems::add);
        }
        String name = ours.map(PageWire.AccountWire::name)
                .map(known -> " \"" + known + "\"")
                .orElse("");
        return new Health("Lightspeed R-Series account " + account + name + ", API V3", problems);
    }

    /** What keeps us from reading stock, though the token is good. */
    private Optional<String> readingStock() {
        try {
            pages.page("ItemShop.probe", 1, "ItemShop", Map.of("limit", "1"), Optional.empty(), PageWire::itemShops);
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
        if (type == ProductSource.class) {
            return Optional.of(type.cast(products));
        }
        return type == InventorySource.class ? Optional.of(type.cast(source)) : Optional.empty();
    }

    @Override
    public void close() {
        // the HTTP client is the connector's
    }
}
