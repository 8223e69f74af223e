package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hooks of Loyverse: JSON; those of an OAuth app are signed with its client secret in {@code X-Loyverse-Signature}, those of
 * an access token are not signed at all and need the secret path. Their type is in the callback's address.
 *
 * <p>Receivers in use compute HMAC-SHA1 in hexadecimal digits; the vendor's page speaks of base64 and names no algorithm.
 *
 * @param coding how the signature is written
 */
record LoyverseHooks(SignatureCoding coding) implements HookFormat {

    private static final String HEADER = "X-Loyverse-Signature";

    @Override
    public Platform platform() {
        return new Platform("loyverse");
    }

    @Override
    public boolean isSigned(IncomingWebhook hook) {
        return hook.header(HEADER).isPresent();
    }

    @Override
    public boolean isSignedBy(IncomingWebhook hook, Secret secret) {
        String presented = hook.header(HEADER).orElse("").strip();
        return HookSignature.HMAC_SHA1.matches(
                presented, List.of(coding), hook.body().shared(), secret);
    }

    @Override
    public Optional<String> topic(IncomingWebhook hook) {
        return Optional.ofNullable(hook.query().get(HookAddress.TOPIC));
    }

    @Override
    public Optional<String> deliveryId(IncomingWebhook hook) {
        return Optional.empty();
    }

    @Override
    public Sample sample(String topic, String json, Secret secret) {
        RawBody body = RawBody.of(json);
        String signature = coding.encode(HookSignature.HMAC_SHA1.over(body.shared(), secret));
        return new Sample(Map.of(HEADER, signature, "Content-Type", "application/json"), body);
    }
}
