package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hooks of Shopify: JSON, signed over the raw bytes with the app's client secret in {@code X-Shopify-Hmac-Sha256}, in
 * base64. Unique by {@code X-Shopify-Webhook-Id} within a topic.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/verify-deliveries">Verify deliveries</a>
 */
record ShopifyHooks() implements HookFormat {

    private static final String HEADER = "X-Shopify-Hmac-Sha256";
    private static final String TOPIC = "X-Shopify-Topic";
    private static final String ID = "X-Shopify-Webhook-Id";

    @Override
    public Platform platform() {
        return new Platform("shopify");
    }

    @Override
    public boolean isSigned(IncomingWebhook hook) {
        return hook.header(HEADER).isPresent();
    }

    @Override
    public boolean isSignedBy(IncomingWebhook hook, Secret secret) {
        String presented = hook.header(HEADER).orElse("").strip();
        return HookSignature.HMAC_SHA256.matches(
                presented, List.of(SignatureCoding.BASE64), hook.body().shared(), secret);
    }

    @Override
    public Optional<String> topic(IncomingWebhook hook) {
        return hook.header(TOPIC);
    }

    @Override
    public Optional<String> deliveryId(IncomingWebhook hook) {
        return hook.header(ID);
    }

    @Override
    public Sample sample(String topic, String json, Secret secret) {
        RawBody body = RawBody.of(json);
        String signature = SignatureCoding.BASE64.encode(HookSignature.HMAC_SHA256.over(body.shared(), secret));
        return new Sample(
                Map.of(
                        HEADER,
                        signature,
                        TOPIC,
                        topic,
                        ID,
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "application/json"),
                body);
    }
}
