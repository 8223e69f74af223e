package io.tallyport.core.kernel;

/**
 * The name of a connection, unique in one installation and never changed.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens
 */
public record ConnectionId(String value) implements Comparable<ConnectionId> {

    public ConnectionId {
        Name.checked("connection", value);
    }

    @Override
    public int compareTo(ConnectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
