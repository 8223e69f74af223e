package io.tallyport.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes HTTP/1.1 answers, each with a {@code Date} of the stand-ins' own clock. */
final class ResponseWriter {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"));

    private final OutputStream out;
    private final Clock clock;

    ResponseWriter(OutputStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** The words that go with {@code status}. */
    static String reason(int status) {
        return REASONS.getOrDefault(status, "Status");
    }

    void write(SandboxResponse response, boolean headOnly, boolean lastOne) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        head(response, body.length, lastOne);
        if (!headOnly && response.status() != 204) {
            out.write(body);
        }
        out.flush();
    }

    /** Announces the whole body and writes as much of it as is to be sent. */
    void write(Delivery.Download download, boolean headOnly, boolean lastOne) throws IOException {
        head(download.head(), download.length(), lastOne);
        if (!headOnly) {
            download.content().writeTo(out, download.sent());
        }
        out.flush();
    }

    private void head(SandboxResponse response, long length, boolean lastOne) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", HTTP_DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        if (response.status() != 204) {
            headers.put("Content-Type", response.contentType());
            headers.put("Content-Length", Long.toString(length));
        }
        headers.put("Connection", lastOne ? "close" : "keep-alive");
        headers.putAll(response.headers());
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(reason(response.status()))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
