package io.tallyport.shopify;

import io.tallyport.core.kernel.ExternalId;
import java.util.regex.Pattern;

/**
 * Tells whether an id can be one of Shopify's at all.
 *
 * <p>One malformed id makes Shopify refuse a whole request, so it is found before.
 */
enum Gid {
    LOCATION("Location"),
    INVENTORY_ITEM("InventoryItem"),
    BULK_OPERATION("BulkOperation");

    private final Pattern shape;

    Gid(String type) {
        this.shape = Pattern.compile("gid://shopify/" + type + "/[0-9]{1,20}");
    }

    /** The digits at the end of an id that fits. */
    static String number(ExternalId id) {
        return id.value().substring(id.value().lastIndexOf('/') + 1);
    }

    boolean fits(ExternalId id) {
        return shape.matcher(id.value()).matches();
    }
}
