package io.tallyport.core.connection;

import java.util.Objects;

/** A token or password in clear, which prints as stars. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        this.value = value;
    }

    /** The clear text: for the one header that needs it, never for a log. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Objects.equals(value, secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "********";
    }
}
