package io.tallyport.remote;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The currency that an account sells in, where its platform does not tell it; a word of the connection's options. */
public final class CurrencyOption {

    public static final String NAME = "currency";

    private CurrencyOption() {}

    /**
     * What the options say; empty where they say nothing.
     *
     * @throws IllegalArgumentException for what is no code of ISO 4217
     */
    public static Optional<Currency> from(Map<String, String> options) {
        return Optional.ofNullable(options.get(NAME)).map(CurrencyOption::of);
    }

    private static Currency of(String code) {
        return parse(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "option " + NAME + " is a currency's code such as EUR or USD, got \"" + code + "\""));
    }

    /** The currency of a code as a platform writes it; empty for what is none. */
    public static Optional<Currency> parse(String code) {
        try {
            return Optional.of(Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }
}
