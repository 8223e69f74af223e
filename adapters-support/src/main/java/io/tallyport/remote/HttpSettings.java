package io.tallyport.remote;

import java.time.Duration;

/**
 * How HTTP is spoken.
 *
 * @param connectTimeout until the connection stands, TLS included
 * @param readTimeout from the sending of the request to the last byte of the answer
 * @param maxBodyBytes the largest answer that is read
 * @param userAgent names the product to the platform
 */
public record HttpSettings(Duration connectTimeout, Duration readTimeout, int maxBodyBytes, String userAgent) {

    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(10), Duration.ofSeconds(60), 16 * 1024 * 1024, "Tallyport/0.1");

    public HttpSettings {
        if (!isPositive(connectTimeout) || !isPositive(readTimeout) || maxBodyBytes <= 0 || userAgent.isBlank()) {
            throw new IllegalArgumentException("timeouts and the body limit are positive, the user agent is not blank");
        }
    }

    private static boolean isPositive(Duration duration) {
        return duration.toMillis() > 0;
    }
}
