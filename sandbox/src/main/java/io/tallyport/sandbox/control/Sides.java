package io.tallyport.sandbox.control;

import java.util.Optional;

/** Everything that can be looked at and changed behind the APIs' backs: two POSs and the web shop they feed. */
public record Sides(PosControl rseries, OutletControl xseries, ShopifyControl shop) {

    /** The tills of an outlet of X-Series, the first one unless named. */
    PosControl outlet(Optional<String> idOrName) {
        return idOrName.map(name -> xseries.outlet(name)
                        .orElseThrow(() -> new ControlRefusal(404, "X-Series has no open outlet '" + name + "'")))
                .orElseGet(xseries::main);
    }

    /** A location of the shop, the main one unless named by its id. */
    ShopifyControl location(Optional<String> id) {
        return id.map(one -> shop.location(one)
                        .orElseThrow(() -> new ControlRefusal(404, "the shop has no location '" + one + "'")))
                .orElse(shop);
    }
}
