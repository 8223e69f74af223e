package io.tallyport.sandbox.oauth;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** When a refresh token that was used stops working. */
enum Rotation {
    /** At once, and the access token that came with it too: a lost answer cannot be asked for again. */
    AT_ONCE,
    /** When the new access token is first used. */
    ON_FIRST_USE,
    /** When the new refresh token is used, at the latest 30 days after its own first use. */
    ON_NEXT_REFRESH;

    /** By its name in the control API. */
    static Rotation named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.controlName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown rotation '" + name + "'; known are "
                        + Arrays.stream(values()).map(Rotation::controlName).collect(Collectors.joining(", "))));
    }

    String controlName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
