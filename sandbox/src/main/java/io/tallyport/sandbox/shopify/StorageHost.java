package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.http.Content;
import io.tallyport.sandbox.http.Delivery;
import io.tallyport.sandbox.http.Downloads;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The storage host that bulk results are fetched from, under {@code /_storage/}: it knows signed links only, which end
 * after seven days, and refuses a request that carries the shop's access token. It speaks XML when it refuses.
 */
final class StorageHost implements Downloads {

    private static final Pattern PATH = Pattern.compile("/_storage/bulk-([0-9]{1,18})\\.jsonl");
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-");
    private static final Secret SECRET = new Secret();

    private final BulkDesk desk;
    private final Clock clock;

    StorageHost(BulkDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The signed link to a result, good until {@code end}. */
    static String link(String host, long number, Instant end) {
        long expires = end.getEpochSecond();
        return "http://" + host + "/_storage/bulk-" + number + ".jsonl?Expires=" + expires + "&Signature="
                + SECRET.sign(number + "/" + expires);
    }

    @Override
    public Delivery deliver(SandboxRequest request) {
        return delivery(request).orElseGet(() -> refusal(request));
    }

    @Override
    public Optional<Delivery> faulted(SandboxRequest request, Fault fault) {
        return switch (fault.kind()) {
            case STATUS -> Optional.of(failed(fault));
            case SLOW -> Optional.of(late(deliver(request), fault.delay()));
            case CUT_AFTER -> delivery(request).map(StorageHost::half);
            case TRUNCATED_PAGE -> delivery(request).map(StorageHost::shortened);
            default -> Optional.empty();
        };
    }

    private static Delivery late(Delivery delivery, Duration delay) {
        if (delivery instanceof Delivery.Download download) {
            return download.late(delay);
        }
        return delivery instanceof Delivery.Answer answer ? new Delivery.Answer(answer.response(), delay) : delivery;
    }

    /** The connection is closed half way. */
    private static Delivery half(Delivery delivery) {
        return delivery instanceof Delivery.Download file
                ? new Delivery.Download(file.head(), file.content(), file.length(), file.length() / 2, file.after())
                : delivery;
    }

    /** Lacks its last third, and looks whole: only the counts tell. */
    private static Delivery shortened(Delivery delivery) {
        if (delivery instanceof Delivery.Download file && file.content() instanceof Part part) {
            long length = part.wholeLines(file.length() * 2 / 3);
            return new Delivery.Download(file.head(), part, length, length, file.after());
        }
        return delivery;
    }

    private Optional<Delivery> delivery(SandboxRequest request) {
        if (request.header("x-shopify-access-token").isPresent() || !signed(request) || expired(request)) {
            return Optional.empty();
        }
        return result(request)
                .filter(found -> found.objects() > 0 && Files.exists(found.file()))
                .map(found -> download(request, found));
    }

    private static Delivery download(SandboxRequest request, BulkResult found) {
        long from = request.header("range")
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(range -> Long.parseLong(range.group(1)))
                .filter(start -> start < found.bytes())
                .orElse(0L);
        long length = found.bytes() - from;
        Map<String, String> headers = from == 0
                ? Map.of("Accept-Ranges", "bytes")
                : Map.of("Content-Range", "bytes " + from + "-" + (found.bytes() - 1) + "/" + found.bytes());
        SandboxResponse head = new SandboxResponse(from == 0 ? 200 : 206, headers, "application/jsonl", "");
        return new Delivery.Download(head, new Part(found.file(), from), length, length, Duration.ZERO);
    }

    private Optional<BulkResult> result(SandboxRequest request) {
        Matcher path = PATH.matcher(request.path());
        return path.matches()
                ? desk.find(Long.parseLong(path.group(1)))
                        .flatMap(job -> job.snapshot().result())
                : Optional.empty();
    }

    private static boolean signed(SandboxRequest request) {
        Matcher path = PATH.matcher(request.path());
        Optional<String> due = request.parameter("Expires")
                .filter(end -> path.matches())
                .map(end -> SECRET.sign(path.group(1) + "/" + end));
        return due.isPresent() && due.equals(request.parameter("Signature"));
    }

    private boolean expired(SandboxRequest request) {
        return request.parameter("Expires")
                .map(Long::parseLong)
                .filter(end -> clock.instant().getEpochSecond() < end)
                .isEmpty();
    }

    private Delivery refusal(SandboxRequest request) {
        if (request.header("x-shopify-access-token").isPresent()) {
            return xml(400, "InvalidArgument", "Unsupported header X-Shopify-Access-Token in a signed request.");
        }
        if (!PATH.matcher(request.path()).matches()) {
            return xml(404, "NoSuchKey", "The specified key does not exist.");
        }
        if (!signed(request)) {
            return xml(403, "SignatureDoesNotMatch", "The request signature does not match the link.");
        }
        return expired(request)
                ? xml(403, "AccessDenied", "The link has expired.")
                : xml(404, "NoSuchKey", "The specified key does not exist.");
    }

    private static Delivery failed(Fault fault) {
        String code = fault.status() == 429 ? "TooManyRequests" : "ServiceUnavailable";
        SandboxResponse plain = text(fault.status(), code, "Please try again.");
        Map<String, String> headers =
                fault.retryAfter().map(value -> Map.of("Retry-After", value)).orElse(Map.of());
        return Delivery.of(new SandboxResponse(plain.status(), headers, plain.contentType(), plain.body()));
    }

    private static Delivery xml(int status, String code, String message) {
        return Delivery.of(text(status, code, message));
    }

    private static SandboxResponse text(int status, String code, String message) {
        String body = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return new SandboxResponse(status, Map.of(), "application/xml; charset=UTF-8", body);
    }

    /** A file from some byte on. */
    private record Part(Path file, long from) implements Content {

        @Override
        public void writeTo(OutputStream out, long bytes) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                byte[] buffer = new byte[64 * 1024];
                long left = bytes;
                for (int read = 0; left > 0 && read >= 0; left -= read) {
                    read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                    out.write(buffer, 0, Math.max(0, read));
                }
            }
        }

        /** The end of the last line that ends within the first {@code bytes}; 0 when none does. */
        long wholeLines(long bytes) {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                for (long end = bytes; end > 0; end--) {
                    in.seek(from + end - 1);
                    if (in.read() == '\n') {
                        return end;
                    }
                }
                return 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
