package io.tallyport.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SHA-256 over a plan file's bytes, which stands in its last line and covers everything before that line. */
final class PlanHash {

    private static final Pattern TAIL = Pattern.compile("\"hash\":\"([0-9a-f]{64})\"}\n");
    private static final int TAIL_LENGTH = tail("0".repeat(64)).length();

    private final MessageDigest digest = sha256();

    static String tail(String hex) {
        return "\"hash\":\"" + hex + "\"}\n";
    }

    OutputStream through(OutputStream out) {
        return new DigestOutputStream(out, digest);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash that the file states, when its bytes have it. */
    static Optional<String> check(Path file) throws IOException {
        long length = Files.size(file);
        if (length <= TAIL_LENGTH) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream covered = new DigestInputStream(in, digest);
            byte[] buffer = new byte[1 << 16];
            long left = length - TAIL_LENGTH;
            while (left > 0) {
                int read = covered.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return Optional.empty();
                }
                left -= read;
            }
            Matcher tail = TAIL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            String found = HexFormat.of().formatHex(digest.digest());
            return tail.matches() && tail.group(1).equals(found) ? Optional.of(found) : Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
