package io.tallyport.sandbox;

import io.tallyport.sandbox.control.ShopLevel;
import io.tallyport.sandbox.control.ShopifyControl;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A shop without products, until there is one. */
final class NoShop implements Endpoint, ShopifyControl {

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return SandboxResponse.json(404, Map.of(), "{\"errors\":\"Not Found\"}");
    }

    @Override
    public ShopLevel order(String sku, int units) {
        throw new IllegalArgumentException("the shop knows no SKU '" + sku + "'");
    }

    @Override
    public ShopLevel fulfil(String sku, int units) {
        throw new IllegalArgumentException("the shop knows no SKU '" + sku + "'");
    }

    @Override
    public ShopLevel setAvailable(String sku, int units) {
        throw new IllegalArgumentException("the shop knows no SKU '" + sku + "'");
    }

    @Override
    public Optional<ShopLevel> level(String sku) {
        return Optional.empty();
    }

    @Override
    public Stream<ShopLevel> levels() {
        return Stream.empty();
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of();
    }
}
