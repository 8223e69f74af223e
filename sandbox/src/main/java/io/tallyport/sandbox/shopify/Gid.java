package io.tallyport.sandbox.shopify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A global id, {@code gid://shopify/Type/number}; that of an inventory level carries its item in a query string. */
record Gid(String type, long number, long itemNumber) {

    private static final Pattern FORM =
            Pattern.compile("gid://shopify/([A-Za-z]+)/([0-9]{1,18})(?:\\?inventory_item_id=([0-9]{1,18}))?");

    static String of(String type, long number) {
        return "gid://shopify/" + type + "/" + number;
    }

    static String ofLevel(long number, long itemNumber) {
        return of("InventoryLevel", number) + "?inventory_item_id=" + itemNumber;
    }

    static Optional<Gid> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long item = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        return Optional.of(new Gid(matcher.group(1), Long.parseLong(matcher.group(2)), item));
    }

    /** The id, which must be of {@code type}. */
    static Gid require(String text, String type) {
        return parse(text).filter(gid -> gid.type.equals(type)).orElseThrow(() -> invalid(text));
    }

    /** The number of an id that must be of {@code type}. */
    static long number(String text, String type) {
        return require(text, type).number;
    }

    static RequestError invalid(String text) {
        return new RequestError("RESOURCE_NOT_FOUND", "Invalid id: " + text);
    }
}
