package io.tallyport.core.webhook;

import io.tallyport.core.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash over raw bytes. */
enum HookSignature {
    HMAC_SHA256("HmacSHA256"),
    HMAC_SHA1("HmacSHA1");

    private final String algorithm;

    HookSignature(String algorithm) {
        this.algorithm = algorithm;
    }

    byte[] over(byte[] message, Secret secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }

    /** Whether {@code presented}, written in one of these codings, is the hash; the time it takes tells nothing. */
    boolean matches(String presented, List<SignatureCoding> codings, byte[] message, Secret secret) {
        byte[] expected = over(message, secret);
        boolean same = false;
        for (SignatureCoding coding : codings) {
            byte[] claimed = coding.decode(presented).orElse(new byte[0]);
            same |= MessageDigest.isEqual(expected, claimed);
        }
        return same;
    }
}
