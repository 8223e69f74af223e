package io.tallyport.runtime;

import io.tallyport.core.purchasing.PurchasePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of purchase orders. */
final class PurchasingSettings {

    private static final SettingKey ON_APPROVAL = new SettingKey(
            "sync.auto-on-approval",
            "whether approving a purchase order asks for its sync at once: true or false",
            "true",
            false,
            true);
    private static final SettingKey SEND = new SettingKey(
            "sync.send",
            "whether a consignment that has all its lines is sent, or left open for a person to send: true or false",
            "true",
            false,
            true);
    private static final SettingKey UNDER_WAY = new SettingKey(
            "sync.answer-seconds",
            "seconds for which a call without an answer may still come about at the platform",
            "120",
            false,
            true);

    static final SettingKey KEPT_BY = new SettingKey(
            "purchase-orders.kept-by",
            "the service that keeps the purchase orders itself, which sets this when it starts; empty for Tallyport",
            "",
            false,
            true);

    static final List<SettingKey> KEYS = List.of(ON_APPROVAL, SEND, UNDER_WAY, KEPT_BY);

    /** Names without our prefix that count, too, where ours are not set. */
    static final Map<String, SettingKey> OTHER_VARIABLES = Map.of("SYNC_AUTO_ON_APPROVAL", ON_APPROVAL);

    private static final int LONGEST = 3600;

    private PurchasingSettings() {}

    static void validate(Settings settings, List<String> errors) {
        for (SettingKey key : List.of(ON_APPROVAL, SEND)) {
            String word = word(settings, key);
            if (!word.equals("true") && !word.equals("false")) {
                errors.add(key.variable() + " (" + key.key() + ") is true or false, got \"" + settings.get(key) + "\"");
            }
        }
        settings.number(UNDER_WAY, 1, LONGEST, errors);
    }

    static PurchasePolicy of(Settings settings) {
        return new PurchasePolicy(
                word(settings, ON_APPROVAL).equals("true"),
                word(settings, SEND).equals("true"),
                Duration.ofSeconds(Integer.parseInt(settings.get(UNDER_WAY).strip())));
    }

    private static String word(Settings settings, SettingKey key) {
        return settings.get(key).strip().toLowerCase(Locale.ROOT);
    }
}
