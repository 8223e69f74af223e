package io.tallyport.sandbox.oauth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Made-up token texts, and how much of them may be shown. */
final class Texts {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Texts() {}

    static String random(String prefix, int bytes) {
        return prefix + HexFormat.of().formatHex(bytes(bytes));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The first and last four characters, enough to tell tokens apart. */
    static String masked(String token) {
        return token.length() < 16 ? "..." : token.substring(0, 4) + "..." + token.substring(token.length() - 4);
    }
}
