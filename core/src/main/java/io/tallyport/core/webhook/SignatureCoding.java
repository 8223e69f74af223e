package io.tallyport.core.webhook;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** How a signature is written. */
public enum SignatureCoding {
    /** Hexadecimal digits, small or capital. */
    HEX,
    /** Base64 with padding. */
    BASE64;

    /** The bytes; empty when the text is not written so. */
    Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = this == HEX
                    ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(text);
            return Optional.of(bytes);
        } catch (IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }

    String encode(byte[] bytes) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        return this == HEX
                ? HexFormat.of().formatHex(copy)
                : Base64.getEncoder().encodeToString(copy);
    }
}
