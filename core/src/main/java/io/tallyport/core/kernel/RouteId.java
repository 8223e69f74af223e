package io.tallyport.core.kernel;

/**
 * The name of a route, unique in one installation and never changed.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens
 */
public record RouteId(String value) implements Comparable<RouteId> {

    public RouteId {
        Name.checked("route", value);
    }

    @Override
    public int compareTo(RouteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
