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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The control API under {@code /_control}; every answer is JSON, refusals as {@code {"error": "..."}}. */
public final class ControlEndpoint implements Endpoint {

    private static final String ROOT = "/_control/";

    private final SandboxClock clock;
    private final Sides sides;
    private final FaultEngine faults;
    private final Map<String, Traffic> traffic;
    private final Actions actions;

    /**
     * Controls all sides.
     *
     * @param traffic the counters by platform
     */
    public ControlEndpoint(SandboxClock clock, Sides sides, FaultEngine faults, Map<String, Traffic> traffic) {
        this.clock = clock;
        this.sides = sides;
        Overview overview = new Overview(clock, sides);
        this.faults = faults;
        this.traffic = new TreeMap<>(traffic);
        this.actions = new Actions(
                ROOT,
                Map.ofEntries(
                        Map.entry("GET state", overview::state),
                        Map.entry("GET levels", overview::levels),
                        Map.entry("GET counters", request -> counters()),
                        Map.entry("DELETE counters", request -> resetCounters()),
                        Map.entry("POST sales", this::sell),
                        Map.entry("POST pos-stock", this::setPosStock),
                        Map.entry("POST outlet-sales", request -> atOutlet(request, PosControl::sell)),
                        Map.entry("POST outlet-stock", request -> atOutlet(request, PosControl::set)),
                        Map.entry("POST orders", request -> atShop(request, ShopifyControl::order)),
                        Map.entry("POST fulfilments", request -> atShop(request, ShopifyControl::fulfil)),
                        Map.entry("POST shop-stock", request -> atShop(request, ShopifyControl::setAvailable)),
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

    private JsonNode sell(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "sku", "quantity");
        String sku = known(sides.rseries(), "the POS", body);
        return Overview.rseries(sides.rseries().sell(sku, body.decimal("quantity")));
    }

    private JsonNode setPosStock(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "sku", "quantity");
        String sku = known(sides.rseries(), "the POS", body);
        return Overview.rseries(sides.rseries().set(sku, body.decimal("quantity")));
    }

    private JsonNode atOutlet(SandboxRequest request, OutletAction action) {
        ControlBody body = ControlBody.of(request.body(), List.of("sku", "quantity"), List.of("outlet"));
        PosControl outlet = sides.outlet(body.textIfGiven("outlet"));
        String sku = known(outlet, "the outlet", body);
        return Overview.xseries(action.apply(outlet, sku, body.decimal("quantity")));
    }

    private static String known(PosControl pos, String where, ControlBody body) {
        String sku = body.text("sku");
        if (pos.level(sku).isEmpty()) {
            throw new ControlRefusal(404, where + " has no level of SKU '" + sku + "'");
        }
        return sku;
    }

    private JsonNode atShop(SandboxRequest request, ShopAction action) {
        ControlBody body = ControlBody.of(request.body(), List.of("sku", "quantity"), List.of("location"));
        ShopifyControl location = sides.location(body.textIfGiven("location"));
        String sku = body.text("sku");
        if (location.level(sku).isEmpty()) {
            throw new ControlRefusal(404, "the shop has no level of SKU '" + sku + "' there");
        }
        return Overview.shopify(action.apply(location, sku, body.whole("quantity")));
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

    private interface OutletAction {
        PosLevel apply(PosControl outlet, String sku, BigDecimal quantity);
    }

    private interface ShopAction {
        ShopLevel apply(ShopifyControl location, String sku, int units);
    }
}
