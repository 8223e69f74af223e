package io.tallyport.sandbox;

import io.tallyport.sandbox.control.BulkEndpoint;
import io.tallyport.sandbox.control.ConsignmentsEndpoint;
import io.tallyport.sandbox.control.ControlEndpoint;
import io.tallyport.sandbox.control.ProductsEndpoint;
import io.tallyport.sandbox.control.PurchasesEndpoint;
import io.tallyport.sandbox.control.Sides;
import io.tallyport.sandbox.control.TokensEndpoint;
import io.tallyport.sandbox.control.Traffic;
import io.tallyport.sandbox.control.WebhooksEndpoint;
import io.tallyport.sandbox.faults.FaultEngine;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Responder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which path leads where: platforms behind their faults and counters, and the control API. */
final class SandboxRoutes {

    private final StandIns standIns;
    private final FaultEngine faults;
    private final Map<String, Traffic> traffic = Map.of(
            "rseries", new Traffic(), "xseries", new Traffic(), "shopify", new Traffic(), "storage", new Traffic());

    SandboxRoutes(StandIns standIns, FaultEngine faults) {
        this.standIns = standIns;
        this.faults = faults;
    }

    /** By what a path begins with. */
    Map<String, Responder> all(SandboxClock clock) {
        Map<String, Responder> routes = new HashMap<>(platforms());
        routes.putAll(control(clock));
        // Not counted with the platform's own traffic: a refresh is no write to the shop.
        standIns.tokens()
                .paths()
                .forEach((path, platform) -> routes.put(
                        path, faults.around(platform, standIns.tokens().endpoint(platform))));
        return routes;
    }

    private Map<String, Responder> platforms() {
        return Map.of(
                "/API/", counted("rseries", standIns.rseries()),
                "/api/", counted("xseries", standIns.xseries()),
                "/admin/", counted("shopify", standIns.shopify()),
                "/_storage/",
                        traffic("storage")
                                .outside(faults.around(
                                        "storage", standIns.shopify().storage())));
    }

    private Responder counted(String platform, Endpoint endpoint) {
        Traffic counted = traffic(platform);
        return counted.outside(faults.around(platform, counted.inside(endpoint)));
    }

    private Traffic traffic(String platform) {
        return Objects.requireNonNull(traffic.get(platform));
    }

    private Map<String, Responder> control(SandboxClock clock) {
        Sides sides = new Sides(standIns.rseries().control(), standIns.xseries(), standIns.shopify());
        ProductsEndpoint products = new ProductsEndpoint(Map.of(
                "rseries", standIns.rseries().products(),
                "xseries", standIns.xseries().products(),
                "shopify", standIns.shopify().products()));
        return Map.of(
                "/_control/",
                Responder.of(new ControlEndpoint(clock, sides, faults, traffic)),
                "/_control/products",
                Responder.of(products),
                "/_control/consignments",
                Responder.of(new ConsignmentsEndpoint(standIns.xseries().consignments())),
                "/_control/purchase-orders",
                Responder.of(new PurchasesEndpoint(standIns.rseries().purchases())),
                "/_control/webhooks",
                Responder.of(new WebhooksEndpoint(standIns.post())),
                "/_control/bulk",
                Responder.of(new BulkEndpoint(standIns.shopify())),
                "/_control/tokens",
                Responder.of(new TokensEndpoint(standIns.tokens())));
    }
}
