package io.tallyport.sandbox.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries deliveries to receivers on this machine, never to others: a sandbox speaks to nobody outside. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    static boolean reaches(String url) {
        try {
            String host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
            return url.startsWith("http") && host.matches("localhost|\\[::1]|127(\\.\\d{1,3}){3}");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The answer's status; 0 where nobody answered in time. */
    int deliver(String url, String body, Optional<String> signature) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Lightspeed-Webhooks/1.0")
                .POST(BodyPublishers.ofString(body));
        signature.ifPresent(value -> request.header("X-Signature", value));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            LOG.debug("no answer from {}: {}", url, e.toString());
            return 0;
        }
    }
}
