package io.tallyport.sandbox.rseries;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The opaque text of {@code after} and {@code before}: an order, and a place in it.
 *
 * @param sort as given in the request that made it
 * @param serial tells apart two tokens for one place
 */
record PageToken(String sort, SortKey place, int serial) {

    String encoded() {
        String plain = String.join(
                "|", sort, Long.toString(place.number()), Long.toString(place.id()), "" + serial, place.text());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static PageToken decode(String name, String encoded, String sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\\|", 5);
            if (parts.length == 5 && parts[0].equals(sort)) {
                SortKey place = new SortKey(Long.parseLong(parts[1]), parts[4], Long.parseLong(parts[2]));
                return new PageToken(sort, place, Integer.parseInt(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as for a token of another order.
        }
        throw Refusal.badRequest("Invalid value for '" + name + "'.");
    }
}
