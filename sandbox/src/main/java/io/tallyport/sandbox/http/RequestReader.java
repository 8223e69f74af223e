package io.tallyport.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads HTTP/1.1 requests from one connection (RFC 9112: fixed length and chunked bodies, 100-continue). */
final class RequestReader {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_BODY = 64 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request; empty when the client has closed the connection. */
    Optional<SandboxRequest> next() throws IOException {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = first.get().split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest("no request line");
        }
        Map<String, String> headers = headers();
        String body = new String(body(headers), StandardCharsets.UTF_8);
        int mark = parts[1].indexOf('?');
        String path = mark < 0 ? parts[1] : parts[1].substring(0, mark);
        String query = mark < 0 ? "" : parts[1].substring(mark + 1);
        return Optional.of(new SandboxRequest(
                parts[0].toUpperCase(Locale.ROOT), decode(path.replace("+", "%2B")), query(query), headers, body));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequest("header without a colon");
            }
            headers.putIfAbsent(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        return exactly(number(headers.getOrDefault("content-length", "0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int size = number(requiredLine().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                break;
            }
            whole.write(exactly(size));
            requiredLine();
            if (whole.size() > LONGEST_BODY) {
                throw new MalformedRequest("body too long");
            }
        }
        while (!requiredLine().isEmpty()) {
            // Trailers carry nothing for us.
        }
        return whole.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new MalformedRequest("body ends early");
        }
        return bytes;
    }

    private static int number(String digits, int radix) throws MalformedRequest {
        try {
            int number = Integer.parseInt(digits, radix);
            if (number >= 0 && number <= LONGEST_BODY) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, as for a number out of range.
        }
        throw new MalformedRequest("bad length");
    }

    private String requiredLine() throws IOException {
        return line().orElseThrow(() -> new MalformedRequest("connection closed within a request"));
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (bytes.size() == 0) {
                    return Optional.empty();
                }
                throw new MalformedRequest("connection closed within a line");
            }
            if (bytes.size() >= LONGEST_LINE) {
                throw new MalformedRequest("line too long");
            }
            bytes.write(next);
        }
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    private static Map<String, List<String>> query(String raw) throws MalformedRequest {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] halves = pair.split("=", 2);
                query.computeIfAbsent(decode(halves[0]), name -> new ArrayList<>())
                        .add(halves.length == 2 ? decode(halves[1]) : "");
            }
        }
        return Collections.unmodifiableMap(query);
    }

    private static String decode(String encoded) throws MalformedRequest {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest("bad percent-encoding");
        }
    }
}
