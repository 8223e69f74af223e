package io.tallyport.sandbox.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How deliveries are signed; the vendor leaves the encoding open, and whether some are signed at all. */
public enum Signing {
    /** Hex of the HMAC of the raw body. */
    GOOD,
    /** The same as base64. */
    BASE64,
    /** Over another body, as a forger without the secret would. */
    BAD,
    /** Not at all. */
    NONE;

    /** The header's value, keyed with the app's secret. */
    Optional<String> header(String body, String secret) {
        return switch (this) {
            case GOOD -> Optional.of(header(HexFormat.of().formatHex(hmac(body, secret))));
            case BASE64 -> Optional.of(header(Base64.getEncoder().encodeToString(hmac(body, secret))));
            case BAD -> Optional.of(header(HexFormat.of().formatHex(hmac(body + "&forged=1", secret))));
            case NONE -> Optional.empty();
        };
    }

    private static String header(String signature) {
        return "signature=" + signature + ",algorithm=HMAC-SHA256";
    }

    private static byte[] hmac(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
