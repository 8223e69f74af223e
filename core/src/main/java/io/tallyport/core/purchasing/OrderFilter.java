package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders are meant; what is empty is not asked about.
 *
 * @param states any of them; none for all
 * @param connection where it is carried to
 * @param consignment which consignment it is there; only with a connection
 * @param syncDue whether the platform does not have it as it is here
 * @param held whether it waits for a person
 * @param deleted whether deleted ones are meant, too
 */
public record OrderFilter(
        Set<PurchaseState> states,
        Optional<ConnectionId> connection,
        Optional<ExternalId> consignment,
        Optional<Boolean> syncDue,
        Optional<Boolean> held,
        boolean deleted) {

    /** All that are not deleted. */
    public static final OrderFilter ALL =
            new OrderFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** All whose platform has to be told something. */
    public static final OrderFilter DUE =
            new OrderFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(false), true);

    /** All that wait for a person. */
    public static final OrderFilter HELD =
            new OrderFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), false);

    public OrderFilter {
        states = Set.copyOf(states);
        if (consignment.isPresent() && connection.isEmpty()) {
            throw new IllegalArgumentException("a consignment is looked for at a connection");
        }
    }

    /** The order that a consignment is, deleted or not. */
    public static OrderFilter of(ConnectionId connection, ExternalId consignment) {
        return new OrderFilter(
                Set.of(), Optional.of(connection), Optional.of(consignment), Optional.empty(), Optional.empty(), true);
    }

    public OrderFilter in(Set<PurchaseState> some) {
        return new OrderFilter(some, connection, consignment, syncDue, held, deleted);
    }

    public OrderFilter at(ConnectionId id) {
        return new OrderFilter(states, Optional.of(id), consignment, syncDue, held, deleted);
    }

    /** Whether it means this order. */
    public boolean covers(PurchaseOrder order) {
        return (states.isEmpty() || states.contains(order.state()))
                && connection.filter(id -> !id.equals(order.connection())).isEmpty()
                && consignment.filter(id -> !isLinked(order, id)).isEmpty()
                && syncDue.filter(due -> due != order.syncDue()).isEmpty()
                && held.filter(yes -> yes != order.hold().isPresent()).isEmpty()
                && (deleted || order.deletedAt().isEmpty());
    }

    private static boolean isLinked(PurchaseOrder order, ExternalId id) {
        return order.link().filter(link -> link.consignment().equals(id)).isPresent();
    }
}
