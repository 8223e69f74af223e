package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import java.util.Map;
import java.util.Optional;

/** How a platform signs its hooks, and where it says what they are about. Thread-safe, without state. */
public interface HookFormat {

    Platform platform();

    /** Whether it bears a signature at all, right or wrong. */
    boolean isSigned(IncomingWebhook hook);

    /** Whether its signature was made with this secret over its raw bytes; compared in constant time. */
    boolean isSignedBy(IncomingWebhook hook, Secret secret);

    /** What it is about; empty when it does not say. Only what stands in the signed body is proven by the signature. */
    Optional<String> topic(IncomingWebhook hook);

    /** The platform's id of this delivery. */
    Optional<String> deliveryId(IncomingWebhook hook);

    /** A hook as the platform would send it, with this JSON as what it tells. */
    Sample sample(String topic, String json, Secret secret);

    /** What a sample is sent with. */
    record Sample(Map<String, String> headers, RawBody body) {

        public Sample {
            headers = Map.copyOf(headers);
        }
    }
}
