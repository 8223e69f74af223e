package io.tallyport.docs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for many secrets at once in files, also in those within a zip; what it tells does not hold the secret. */
final class SecretSearch {

    /** Every secret is looked up by its first bytes, rolled into one number. */
    private static final int HEAD = Long.BYTES;

    private final Map<Long, List<byte[]>> byHead = new HashMap<>();
    /** Which last bytes of a head there are at all, since most places need no look into the map. */
    private final boolean[] tails = new boolean[1 << 16];

    SecretSearch(Collection<String> secrets) {
        Set<String> forms = new TreeSet<>(secrets);
        // In an address a secret looks otherwise.
        secrets.forEach(secret -> forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        for (String form : forms) {
            add(form);
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = (head << Byte.SIZE) | (bytes[i] & 0xff);
        }
        byHead.computeIfAbsent(head, none -> new ArrayList<>()).add(bytes);
        tails[(int) head & 0xffff] = true;
    }

    /** A line for each secret in the file. */
    List<String> in(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return file.toString().endsWith(".zip") ? inZip(file, bytes) : in(file.toString(), bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> inZip(Path file, InputStream bytes) throws IOException {
        List<String> found = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(bytes);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            found.addAll(in(file + "!" + entry.getName(), zip.readAllBytes()));
        }
        return found;
    }

    private List<String> in(String place, byte[] text) {
        List<String> found = new ArrayList<>();
        long head = 0;
        for (int i = 0; i < text.length; i++) {
            head = (head << Byte.SIZE) | (text[i] & 0xff);
            if (tails[(int) head & 0xffff] && i >= HEAD - 1) {
                int begin = i - HEAD + 1;
                byHead.getOrDefault(head, List.of()).stream()
                        .filter(secret -> isAt(text, begin, secret))
                        .map(secret -> place + " at byte " + begin + ": a secret that begins with "
                                + new String(secret, 0, 3, StandardCharsets.UTF_8))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isAt(byte[] text, int begin, byte[] secret) {
        return begin + secret.length <= text.length
                && Arrays.equals(text, begin, begin + secret.length, secret, 0, secret.length);
    }
}
