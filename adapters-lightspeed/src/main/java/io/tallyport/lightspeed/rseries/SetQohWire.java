package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.math.BigDecimal;

/** Sets what one shop has of an item, and leaves all else as it is. */
record SetQohWire(@JsonProperty("ItemShops") Rows rows) {

    record Rows(@JsonProperty("ItemShop") Row row) {}

    record Row(
            @JsonProperty("shopID") long shop,
            @JsonProperty("qoh") BigDecimal qoh) {}

    static SetQohWire of(ExternalId shop, Quantity qoh) {
        BigDecimal units = qoh.units();
        BigDecimal plain = units.scale() < 0 ? units.setScale(0) : units;
        return new SetQohWire(new Rows(new Row(Long.parseLong(shop.value()), plain)));
    }
}
