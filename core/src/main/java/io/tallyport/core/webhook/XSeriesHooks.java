package io.tallyport.core.webhook;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hooks of Lightspeed Retail X-Series: a form with the field {@code payload}, signed with the app's client secret in
 * {@code X-Signature: signature=VALUE,algorithm=HMAC-SHA256}. They carry no id, and their type is in the callback's address.
 *
 * <p>The vendor's page ({@code x-series-api.lightspeedhq.com/docs/webhooks}) does not say whether the signature is over the
 * whole form or over what its field says, nor how it is written: the first by default, both ways of writing accepted.
 *
 * @param overPayload whether the signature is over the decoded field {@code payload} alone
 */
record XSeriesHooks(boolean overPayload) implements HookFormat {

    private static final String HEADER = "X-Signature";
    private static final String PAYLOAD = "payload";
    private static final Pattern SIGNATURE =
            Pattern.compile("\\s*signature=([^,\\s]+)\\s*,\\s*algorithm=HMAC-SHA256\\s*", Pattern.CASE_INSENSITIVE);
    private static final List<SignatureCoding> CODINGS = List.of(SignatureCoding.HEX, SignatureCoding.BASE64);

    @Override
    public Platform platform() {
        return new Platform("lightspeed-x");
    }

    @Override
    public boolean isSigned(IncomingWebhook hook) {
        return hook.header(HEADER).isPresent();
    }

    @Override
    public boolean isSignedBy(IncomingWebhook hook, Secret secret) {
        Matcher signature = SIGNATURE.matcher(hook.header(HEADER).orElse(""));
        Optional<byte[]> message = message(hook.body());
        return signature.matches()
                && message.isPresent()
                && HookSignature.HMAC_SHA256.matches(signature.group(1), CODINGS, message.get(), secret);
    }

    private Optional<byte[]> message(RawBody body) {
        return overPayload
                ? FormFields.find(body, PAYLOAD).map(text -> text.getBytes(StandardCharsets.UTF_8))
                : Optional.of(body.shared());
    }

    @Override
    public Optional<String> topic(IncomingWebhook hook) {
        return FormFields.find(hook.body(), "type")
                .filter(type -> !type.isBlank())
                .or(() -> Optional.ofNullable(hook.query().get(HookAddress.TOPIC)));
    }

    @Override
    public Optional<String> deliveryId(IncomingWebhook hook) {
        return Optional.empty();
    }

    @Override
    public Sample sample(String topic, String json, Secret secret) {
        RawBody body = RawBody.of("payload=" + encoded(json) + "&type=" + encoded(topic));
        byte[] message = message(body).orElseThrow();
        String signature = SignatureCoding.HEX.encode(HookSignature.HMAC_SHA256.over(message, secret));
        return new Sample(
                Map.of(
                        HEADER,
                        "signature=" + signature + ",algorithm=HMAC-SHA256",
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
