package io.tallyport.runtime.view;

import java.util.Locale;

/** The words that people read and type for constants. */
public final class Words {

    private Words() {}

    /** The word for a constant: lower case with hyphens. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** As {@link #of(Enum)}, of what somebody has typed. */
    public static String of(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
