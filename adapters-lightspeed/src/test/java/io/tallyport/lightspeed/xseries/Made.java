package io.tallyport.lightspeed.xseries;

import java.util.UUID;

/** Rows as the platform writes them. */
final class Made {

    static final String OUTLET = "06bf537b-c783-11e6-f6b9-53a81bd6b215";
    static final String OTHER_OUTLET = "b1e04bd8-f019-11e3-a0f5-b8ca3a64f8f4";
    static final String NO_ROWS = "{\"data\":[],\"version\":{\"min\":null,\"max\":null}}";

    private Made() {}

    /** The id of the product of that number, whose version nibble is none that the standard knows. */
    static String id(int number) {
        return new UUID(0xb8ca3a65018301e4L, 0xfbb5000000000000L + number).toString();
    }

    static String envelope(long max, String... rows) {
        return "{\"data\":[" + String.join(",", rows) + "],\"version\":{\"min\":1,\"max\":" + max + "}}";
    }

    static String product(int number, long version, String more) {
        return "{\"id\":\"" + id(number) + "\",\"sku\":\"S-" + number + "\",\"name\":\"Tea\",\"active\":true,"
                + "\"is_active\":true,\"has_inventory\":true,\"is_composite\":false,\"brand\":{},\"version\":" + version
                + more + "}";
    }

    static String product(int number, long version) {
        return product(number, version, "");
    }

    static String level(int number, String outlet, String level, long version) {
        return row(number, outlet, "\"inventory_level\":" + level, version);
    }

    static String datedLevel(int number, String outlet, String level, long version) {
        return row(number, outlet, "\"current_inventory_level\":" + level, version);
    }

    static String row(int number, String outlet, String figure, long version) {
        return "{\"id\":\"" + id(7000 + number) + "\",\"product_id\":\"" + id(number) + "\",\"outlet_id\":\"" + outlet
                + "\"," + figure + ",\"version\":" + version + "}";
    }
}
