package io.tallyport.runtime;

import io.tallyport.core.webhook.HookFormats;
import io.tallyport.core.webhook.SignatureCoding;
import io.tallyport.core.webhook.WebhookSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of webhooks.
 *
 * @param intake how hooks are taken
 * @param formats what the vendors' pages leave open
 * @param publicUrl where platforms reach this installation
 */
record HookSettings(WebhookSettings intake, HookFormats.Choices formats, Optional<URI> publicUrl) {

    private static final SettingKey PUBLIC_URL = new SettingKey(
            "webhook.public-url",
            "https address at which platforms reach this installation's HTTP app; needed to subscribe to webhooks",
            "",
            false,
            true);
    private static final SettingKey MAX_SIZE = new SettingKey(
            "webhook.max-kilobytes", "kilobytes of a webhook's body that are taken at most", "5120", false, true);
    private static final SettingKey REFUSALS = new SettingKey(
            "webhook.refusals",
            "webhooks without a right signature that are looked at from one source in a minute",
            "200",
            false,
            true);
    private static final SettingKey ATTEMPTS = new SettingKey(
            "webhook.attempts", "how often a stored webhook is tried until it is set aside", "8", false, true);
    private static final SettingKey KEEP = new SettingKey(
            "webhook.keep-days", "days until webhooks that were worked on are removed", "30", false, true);
    private static final SettingKey X_SERIES = new SettingKey(
            "webhook.x-series-signs",
            "what X-Series signs: body for the whole form, payload for that field alone",
            "body",
            false,
            true);
    private static final SettingKey LOYVERSE = new SettingKey(
            "webhook.loyverse-signature", "how Loyverse writes its signature: hex or base64", "hex", false, true);

    static final List<SettingKey> KEYS = List.of(PUBLIC_URL, MAX_SIZE, REFUSALS, ATTEMPTS, KEEP, X_SERIES, LOYVERSE);

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KILO = 1024;

    static void validate(Settings settings, List<String> errors) {
        settings.number(MAX_SIZE, 1, 100_000, errors);
        settings.number(REFUSALS, 1, 1_000_000, errors);
        settings.number(ATTEMPTS, 1, 100, errors);
        settings.number(KEEP, 1, 36500, errors);
        word(settings, X_SERIES, List.of("body", "payload"), errors);
        word(settings, LOYVERSE, List.of("hex", "base64"), errors);
        String url = settings.get(PUBLIC_URL).strip();
        if (!url.isEmpty() && !isAddress(url)) {
            errors.add(PUBLIC_URL.variable() + " (" + PUBLIC_URL.key()
                    + ") is an address such as https://hooks.example.org, got \"" + url + "\"");
        }
    }

    private static void word(Settings settings, SettingKey key, List<String> words, List<String> errors) {
        if (!words.contains(settings.get(key).strip())) {
            errors.add(key.variable() + " (" + key.key() + ") is one of " + String.join(", ", words) + ", got \""
                    + settings.get(key) + "\"");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && address.getQuery() == null
                    && List.of("http", "https").contains(String.valueOf(address.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    static HookSettings of(Settings settings) {
        String url = settings.get(PUBLIC_URL).strip();
        return new HookSettings(
                new WebhookSettings(
                        whole(settings, MAX_SIZE) * KILO,
                        whole(settings, REFUSALS),
                        WINDOW,
                        whole(settings, ATTEMPTS),
                        Duration.ofDays(whole(settings, KEEP))),
                new HookFormats.Choices(
                        settings.get(X_SERIES).strip().equals("payload"),
                        SignatureCoding.valueOf(settings.get(LOYVERSE).strip().toUpperCase(Locale.ROOT))),
                url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url)));
    }

    private static int whole(Settings settings, SettingKey key) {
        return Integer.parseInt(settings.get(key).strip());
    }
}
