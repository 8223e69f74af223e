package io.tallyport.runtime;

import io.tallyport.core.counting.CountPolicy;
import io.tallyport.core.kernel.Quantity;
import java.time.Duration;
import java.util.List;

/** The settings of stocktakes. */
final class CountingSettings {

    private static final SettingKey PERCENT = new SettingKey(
            "count.large-percent",
            "a counted line is a large change, to be consented to, when it differs by more than so many percent of the present level",
            "50",
            false,
            true);
    private static final SettingKey UNITS = new SettingKey(
            "count.large-units",
            "a counted line is a large change only when it differs by at least so many units, too",
            "10",
            false,
            true);
    private static final SettingKey LISTING = new SettingKey(
            "count.listing-seconds",
            "seconds after which it is worth looking again whether the platform has listed what a count is about",
            "10",
            false,
            true);

    static final List<SettingKey> KEYS = List.of(PERCENT, UNITS, LISTING);

    private static final int MOST_PERCENT = 1_000_000;
    private static final int MOST_UNITS = 1_000_000_000;
    private static final int LONGEST = 3600;

    private CountingSettings() {}

    static void validate(Settings settings, List<String> errors) {
        settings.number(PERCENT, 0, MOST_PERCENT, errors);
        settings.number(UNITS, 0, MOST_UNITS, errors);
        settings.number(LISTING, 1, LONGEST, errors);
    }

    /**
     * The policy.
     *
     * @param answersUnderWay as for orders
     */
    static CountPolicy of(Settings settings, Duration answersUnderWay) {
        return new CountPolicy(
                answersUnderWay,
                Duration.ofSeconds(number(settings, LISTING)),
                number(settings, PERCENT),
                Quantity.of(number(settings, UNITS)));
    }

    private static int number(Settings settings, SettingKey key) {
        return Integer.parseInt(settings.get(key).strip());
    }
}
