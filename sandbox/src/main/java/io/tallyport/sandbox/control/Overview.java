package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What there is on all sides, as JSON; an outlet and a location may be named in the request. */
final class Overview {

    private final Clock clock;
    private final Sides sides;

    Overview(Clock clock, Sides sides) {
        this.clock = clock;
        this.sides = sides;
    }

    JsonNode state(SandboxRequest request) {
        known(request, Set.of("sku", "outlet", "location"));
        ObjectNode state = Json.object().put("time", clock.instant().toString());
        ObjectNode counts = state.putObject("counts");
        sides.rseries().counts().forEach(counts.putObject("rseries")::put);
        sides.xseries().main().counts().forEach(counts.putObject("xseries")::put);
        sides.shop().counts().forEach(counts.putObject("shopify")::put);
        ObjectNode levels = state.putObject("levels");
        request.query().getOrDefault("sku", List.of()).forEach(sku -> levels.set(sku, level(request, sku)));
        return state;
    }

    JsonNode levels(SandboxRequest request) {
        known(request, Set.of("outlet", "location"));
        ObjectNode levels = Json.object();
        ArrayNode atPos = levels.putArray("rseries");
        sides.rseries().levels().forEach(level -> atPos.add(rseries(level)));
        ArrayNode atOutlet = levels.putArray("xseries");
        outlet(request).levels().forEach(level -> atOutlet.add(xseries(level)));
        ArrayNode inShop = levels.putArray("shopify");
        location(request).levels().forEach(level -> inShop.add(shopify(level)));
        return levels;
    }

    static ObjectNode rseries(PosLevel level) {
        return Json.object()
                .put("sku", level.sku())
                .put("itemID", level.itemId())
                .put("qoh", level.qoh().stripTrailingZeros().toPlainString());
    }

    static ObjectNode xseries(PosLevel level) {
        return Json.object()
                .put("sku", level.sku())
                .put("productId", level.itemId())
                .put("level", level.qoh().stripTrailingZeros().toPlainString());
    }

    static ObjectNode shopify(ShopLevel level) {
        return Json.object()
                .put("sku", level.sku())
                .put("available", level.available())
                .put("committed", level.committed())
                .put("onHand", level.onHand());
    }

    private ObjectNode level(SandboxRequest request, String sku) {
        Optional<PosLevel> atPos = sides.rseries().level(sku);
        Optional<PosLevel> atOutlet = outlet(request).level(sku);
        Optional<ShopLevel> inShop = location(request).level(sku);
        if (atPos.isEmpty() && atOutlet.isEmpty() && inShop.isEmpty()) {
            throw new ControlRefusal(404, "no side has a level of SKU '" + sku + "'");
        }
        ObjectNode level = Json.object();
        atPos.ifPresent(one -> level.set("rseries", rseries(one)));
        atOutlet.ifPresent(one -> level.set("xseries", xseries(one)));
        inShop.ifPresent(one -> level.set("shopify", shopify(one)));
        return level;
    }

    private PosControl outlet(SandboxRequest request) {
        return sides.outlet(request.parameter("outlet"));
    }

    private ShopifyControl location(SandboxRequest request) {
        return sides.location(request.parameter("location"));
    }

    private static void known(SandboxRequest request, Set<String> names) {
        request.query().keySet().forEach(name -> {
            if (!names.contains(name)) {
                throw new ControlRefusal(
                        400,
                        "unknown parameter '" + name + "'; known are "
                                + String.join(", ", names.stream().sorted().toList()));
            }
        });
    }
}
