package io.tallyport.runtime;

import java.util.Locale;

/**
 * One setting: where it comes from and what it means.
 *
 * @param key as in {@code config set}, such as {@code http.read-timeout-seconds}
 * @param meaning with its unit, in one line
 * @param fallback what counts when nobody has set it; may be empty
 * @param secret never printed, and never in the database
 * @param storable whether the database may hold it; what is needed to open the database may not
 */
public record SettingKey(String key, String meaning, String fallback, boolean secret, boolean storable) {

    /** The variable that sets it: {@code TALLYPORT_HTTP_READ_TIMEOUT_SECONDS}. */
    public String variable() {
        return Settings.PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
