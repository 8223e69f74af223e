package io.tallyport.core.kernel;

/**
 * An identifier that a remote platform gave, kept exactly as it came and never parsed.
 *
 * @param value not blank
 */
public record ExternalId(String value) implements Comparable<ExternalId> {

    public ExternalId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a remote id must not be blank");
        }
    }

    @Override
    public int compareTo(ExternalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
