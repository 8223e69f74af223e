package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookFormatsTest {

    private static final Secret SECRET = new Secret("hush");
    /** {@code printf 'payload=%7B%7D&type=sale.update' | openssl dgst -sha256 -hmac hush}, in hex. */
    private static final String FORM = "payload=%7B%7D&type=sale.update";

    private static IncomingWebhook hook(String platform, Map<String, String> headers, String body) {
        return new IncomingWebhook(
                platform,
                "till",
                Optional.empty(),
                "192.0.2.1",
                headers,
                Map.of("topic", "sale.update"),
                RawBody.of(body));
    }

    private static IncomingWebhook xSeries(String signature, String body) {
        return hook("lightspeed-x", Map.of("x-signature", signature), body);
    }

    private static HookFormat format(String platform, HookFormats.Choices choices) {
        return HookFormats.of(choices).find(new Platform(platform)).orElseThrow();
    }

    private static HookFormat format(String platform) {
        return format(platform, HookFormats.Choices.DEFAULT);
    }

    @Test
    void xSeriesIsCheckedOverTheWholeFormInHexOfAnyCaseOrBase64() {
        HookFormat format = format("lightspeed-x");
        String hex = "8c9f6bb57387ce4efbaab375814aa6a85f8072bc7909c196bc17ef6a7178a947";
        String base64 = "jJ9rtXOHzk77qrN1gUqmqF+Acrx5CcGWvBfvanF4qUc=";

        assertThat(format.isSignedBy(xSeries("signature=" + hex + ",algorithm=HMAC-SHA256", FORM), SECRET))
                .isTrue();
        assertThat(format.isSignedBy(
                        xSeries("signature=" + hex.toUpperCase(Locale.ROOT) + ", algorithm=hmac-sha256", FORM), SECRET))
                .isTrue();
        assertThat(format.isSignedBy(xSeries("signature=" + base64 + ",algorithm=HMAC-SHA256", FORM), SECRET))
                .isTrue();
        assertThat(format.isSignedBy(xSeries("signature=" + hex + ",algorithm=HMAC-SHA256", FORM + " "), SECRET))
                .isFalse();
        assertThat(format.isSignedBy(xSeries("signature=" + hex + ",algorithm=HMAC-SHA256", FORM), new Secret("other")))
                .isFalse();
    }

    @Test
    void xSeriesTakesNoOtherAlgorithmAndNoGarbage() {
        HookFormat format = format("lightspeed-x");
        String hex = "8c9f6bb57387ce4efbaab375814aa6a85f8072bc7909c196bc17ef6a7178a947";
        for (String wrong : new String[] {
            "signature=" + hex + ",algorithm=HMAC-MD5",
            hex,
            "signature=,algorithm=HMAC-SHA256",
            "signature=zz,algorithm=HMAC-SHA256",
            "algorithm=HMAC-SHA256"
        }) {
            assertThat(format.isSigned(xSeries(wrong, FORM))).isTrue();
            assertThat(format.isSignedBy(xSeries(wrong, FORM), SECRET))
                    .as(wrong)
                    .isFalse();
        }
    }

    @Test
    void xSeriesOverItsPayloadIsAnotherReading() {
        HookFormat format = format("lightspeed-x", new HookFormats.Choices(true, SignatureCoding.HEX));
        String signature =
                "signature=505c20ac604f662945b662a1f13a9ca2f03bf0b1986f505d5aef48e10da8c918,algorithm=HMAC-SHA256";

        assertThat(format.isSignedBy(xSeries(signature, FORM), SECRET)).isTrue();
        assertThat(format.isSignedBy(xSeries(signature, "environment=prod&payload=%7b%7D"), SECRET))
                .isTrue();
        assertThat(format.isSignedBy(xSeries(signature, "other=%7B%7D"), SECRET))
                .isFalse();
        assertThat(format.isSignedBy(xSeries(signature, "payload=%7"), SECRET)).isFalse();
        assertThat(format("lightspeed-x").isSignedBy(xSeries(signature, FORM), SECRET))
                .isFalse();
    }

    @Test
    void xSeriesTellsItsTopicInTheFormOrElseInTheAddress() {
        HookFormat format = format("lightspeed-x");
        assertThat(format.topic(xSeries("", "payload=1&type=consignment.send"))).contains("consignment.send");
        assertThat(format.topic(xSeries("", "payload=1"))).contains("sale.update");
        assertThat(format.deliveryId(xSeries("", FORM))).isEmpty();
    }

    @Test
    void shopifyIsCheckedInBase64OverTheRawBytes() {
        HookFormat format = format("shopify");
        Map<String, String> headers = Map.of(
                "X-Shopify-Hmac-SHA256",
                "E9XxLgppVNX12rqWuu0/CN/43MeuZC0xdhRuMq1MPWg=",
                "X-Shopify-Topic",
                "products/update",
                "X-Shopify-Webhook-Id",
                "w1");
        IncomingWebhook hook = hook("shopify", headers, "{\"id\": 1}");

        assertThat(format.isSignedBy(hook, SECRET)).isTrue();
        assertThat(format.topic(hook)).contains("products/update");
        assertThat(format.deliveryId(hook)).contains("w1");
        assertThat(format.isSignedBy(hook("shopify", headers, "{\"id\":1}"), SECRET))
                .isFalse();
        assertThat(format.isSigned(hook("shopify", Map.of(), "{}"))).isFalse();
    }

    @Test
    void loyverseIsSha1InHexUnlessBase64IsChosen() {
        IncomingWebhook hex =
                hook("loyverse", Map.of("X-Loyverse-Signature", "0af7da869bc29bd6c38c0f5337dd9c8e00f885ec"), "{}");
        IncomingWebhook base64 = hook("loyverse", Map.of("X-Loyverse-Signature", "CvfahpvCm9bDjA9TN92cjgD4hew="), "{}");
        HookFormat other = format("loyverse", new HookFormats.Choices(false, SignatureCoding.BASE64));

        assertThat(format("loyverse").isSignedBy(hex, SECRET)).isTrue();
        assertThat(format("loyverse").isSignedBy(base64, SECRET)).isFalse();
        assertThat(other.isSignedBy(base64, SECRET)).isTrue();
        assertThat(other.isSignedBy(hex, SECRET)).isFalse();
        assertThat(other.topic(hex)).contains("sale.update");
    }

    @Test
    void aSampleIsWhatItsFormatAccepts() {
        for (String platform : new String[] {"lightspeed-x", "shopify", "loyverse"}) {
            HookFormat format = format(platform);
            HookFormat.Sample sample = format.sample("sale.update", "{\"a\":\"ä&=\"}", SECRET);
            IncomingWebhook hook = new IncomingWebhook(
                    platform,
                    "till",
                    Optional.empty(),
                    "here",
                    sample.headers(),
                    Map.of("topic", "sale.update"),
                    sample.body());
            assertThat(format.isSignedBy(hook, SECRET)).as(platform).isTrue();
            assertThat(format.isSignedBy(hook, new Secret("other")))
                    .as(platform)
                    .isFalse();
            assertThat(format.topic(hook)).contains("sale.update");
        }
    }

    @Test
    void whatPrintsAHookTellsNoSecret() {
        IncomingWebhook hook = new IncomingWebhook(
                "shopify",
                "till",
                Optional.of("path-secret"),
                "here",
                Map.of("authorization", "header-secret"),
                Map.of(),
                RawBody.of("body-secret"));
        assertThat(hook.toString()).doesNotContain("secret");
        assertThat(hook.body().toString()).isEqualTo("11 bytes");
    }
}
