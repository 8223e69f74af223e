package io.tallyport.sandbox.shopify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ends: the row's key and how many rows of the listing have been given up to there. */
record Cursor(SortKey key, int seen) {

    String text() {
        String plain = seen + "|" + key.id() + "|" + key.text();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", 3);
            return new Cursor(new SortKey(parts[2], Long.parseLong(parts[1])), Integer.parseInt(parts[0]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new RequestError("INVALID_FIELD_ARGUMENTS", "Invalid cursor for current pagination sort.");
        }
    }
}
