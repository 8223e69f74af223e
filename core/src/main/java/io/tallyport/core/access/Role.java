package io.tallyport.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Looks, and changes nothing. */
    VIEWER,
    /** Retries, cancels, replays. */
    OPERATOR,
    /** Approves what is held for a person. */
    APPROVER,
    /** All there is. */
    ADMIN;

    /** Whether it may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of that name.
     *
     * @throws IllegalArgumentException when there is none, with those that there are
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no role; there are: "
                        + Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "))));
    }
}
