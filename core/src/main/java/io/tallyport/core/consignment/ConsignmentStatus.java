package io.tallyport.core.consignment;

/**
 * A consignment's state, and the platform's own word for it.
 *
 * @param raw as the platform says it, kept for people
 */
public record ConsignmentStatus(ConsignmentState state, String raw) {

    public static ConsignmentStatus of(ConsignmentState state) {
        return new ConsignmentStatus(state, state.name());
    }

    @Override
    public String toString() {
        return raw;
    }
}
