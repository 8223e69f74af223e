package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.SandboxClock;
import io.tallyport.sandbox.faults.FaultEngine;
import io.tallyport.sandbox.faults.FaultScript;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The control API under {@code /_control}; every answer is JSON, refusals as {@code {"error": "..."}}. */
public final class ControlEndpoint implements Endpoint {

    private static final String ROOT = "/_control/";

    private final SandboxClock clock;
    private final PosControl pos;
    private final ShopifyControl shop;
    private final FaultEngine faults;
    private final Map<String, Traffic> traffic;
    private final Actions actions;

    /**
     * Controls both sides.
     *
     * @param traffic the counters by platform
     */
    public ControlEndpoint(
            SandboxClock clock, PosControl pos, ShopifyControl shop, FaultEngine faults, Map<String, Traffic> traffic) {
        this.clock = clock;
        this.pos = pos;
        this.shop = shop;
        this.faults = faults;
        this.traffic = new TreeMap<>(traffic);
        this.actions = new Actions(
                ROOT,
                Map.ofEntries(
                        Map.entry("GET state", this::state),
                        Map.entry("GET levels", request -> levels()),
                        Map.entry("GET counters", request -> counters()),
                        Map.entry("DELETE counters", request -> resetCounters()),
                        Map.entry("POST sales", this::sell),
                        Map.entry("POST pos-stock", this::setPosStock),
                        Map.entry("POST orders", request -> atShop(request, shop::order)),
                        Map.entry("POST fulfilments", request -> atShop(request, shop::fulfil)),
                        Map.entry("POST shop-stock", request -> atShop(request, shop::setAvailable)),
                        Map.entry("GET clock", request -> time()),
                        Map.entry("POST clock", this::advance),
                        Map.entry("GET faults", request -> rules()),
                        Map.entry("POST faults", this::addFaults),
                        Map.entry("DELETE faults", request -> clearFaults())));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode state(SandboxRequest request) {
        ObjectNode state = Json.object().put("time", clock.instant().toString());
        ObjectNode counts = state.putObject("counts");
        pos.counts().forEach(counts.putObject("rseries")::put);
        shop.counts().forEach(counts.putObject("shopify")::put);
        ObjectNode levels = state.putObject("levels");
        request.query().forEach((name, skus) -> {
            if (!name.equals("sku")) {
                throw new ControlRefusal(400, "unknown parameter '" + name + "'; known is sku");
            }
            skus.forEach(sku -> levels.set(sku, level(sku)));
        });
        return state;
    }

    private ObjectNode level(String sku) {
        Optional<PosLevel> atPos = pos.level(sku);
        Optional<ShopLevel> inShop = shop.level(sku);
        if (atPos.isEmpty() && inShop.isEmpty()) {
            throw new ControlRefusal(404, "neither side has a level of SKU '" + sku + "'");
        }
        ObjectNode level = Json.object();
        atPos.ifPresent(one -> level.set("rseries", json(one)));
        inShop.ifPresent(one -> level.set("shopify", json(one)));
        return level;
    }

    private JsonNode levels() {
        ObjectNode levels = Json.object();
        ArrayNode atPos = levels.putArray("rseries");
        pos.levels().forEach(level -> atPos.add(json(level)));
        ArrayNode inShop = levels.putArray("shopify");
        shop.levels().forEach(level -> inShop.add(json(level)));
        return levels;
    }

    private JsonNode sell(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "sku", "quantity");
        String sku = knownAtPos(body.text("sku"));
        return json(pos.sell(sku, body.decimal("quantity")));
    }

    private JsonNode setPosStock(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "sku", "quantity");
        String sku = knownAtPos(body.text("sku"));
        return json(pos.set(sku, body.decimal("quantity")));
    }

    private String knownAtPos(String sku) {
        if (pos.level(sku).isEmpty()) {
            throw new ControlRefusal(404, "the POS has no level of SKU '" + sku + "'");
        }
        return sku;
    }

    private JsonNode atShop(SandboxRequest request, ShopAction action) {
        ControlBody body = ControlBody.of(request.body(), "sku", "quantity");
        String sku = body.text("sku");
        if (shop.level(sku).isEmpty()) {
            throw new ControlRefusal(404, "the shop has no level of SKU '" + sku + "'");
        }
        return json(action.apply(sku, body.whole("quantity")));
    }

    private JsonNode counters() {
        ObjectNode counters = Json.object();
        traffic.forEach((platform, one) -> counters.set(platform, one.json()));
        return counters;
    }

    private JsonNode resetCounters() {
        traffic.values().forEach(Traffic::reset);
        return counters();
    }

    private JsonNode time() {
        return Json.object().put("time", clock.instant().toString());
    }

    private JsonNode advance(SandboxRequest request) {
        BigDecimal seconds = ControlBody.of(request.body(), "advanceSeconds").decimal("advanceSeconds");
        try {
            clock.advance(Duration.ofMillis(seconds.movePointRight(3).longValueExact()));
        } catch (ArithmeticException e) {
            throw new ControlRefusal(400, "'advanceSeconds' is too large, or finer than milliseconds");
        }
        return time();
    }

    private JsonNode rules() {
        ObjectNode answer = Json.object();
        ArrayNode rules = answer.putArray("rules");
        faults.counts()
                .forEach(count -> rules.addObject()
                        .put("kind", count.kind())
                        .put("matched", count.matched())
                        .put("hit", count.hit())
                        .put("ignored", count.ignored()));
        return answer;
    }

    private JsonNode addFaults(SandboxRequest request) {
        try {
            faults.add(FaultScript.parse(request.body()));
        } catch (IllegalArgumentException e) {
            throw new ControlRefusal(400, String.valueOf(e.getMessage()));
        }
        return rules();
    }

    private JsonNode clearFaults() {
        faults.clear();
        return rules();
    }

    private static ObjectNode json(PosLevel level) {
        return Json.object()
                .put("sku", level.sku())
                .put("itemID", level.itemId())
                .put("qoh", level.qoh().stripTrailingZeros().toPlainString());
    }

    private static ObjectNode json(ShopLevel level) {
        return Json.object()
                .put("sku", level.sku())
                .put("available", level.available())
                .put("committed", level.committed())
                .put("onHand", level.onHand());
    }

    private interface ShopAction {
        ShopLevel apply(String sku, int units);
    }
}
