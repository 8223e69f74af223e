package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes into an order what was read of its consignment: how far it is, what has come, where it differs. An order never goes
 * backwards here; a consignment that does is an alert. Nothing is written to the platform, and no line is taken away.
 */
public final class OrderReading {

    private static final int NAMED = 5;

    private final OrderBook book;

    public OrderReading(OrderBook book) {
        this.book = book;
    }

    /**
     * Takes it in.
     *
     * @param order with whatever else is to be stored in the same moment
     * @return as it is stored now
     * @throws io.tallyport.core.kernel.PortException.Conflict when somebody changed the order meanwhile
     */
    public PurchaseOrder take(PurchaseOrder order, Consignment seen, String actor) {
        return book.stores().unitOfWork().inOne(() -> {
            PurchaseOrder read = received(order, seen);
            PurchaseState next = next(read, seen.state());
            List<PurchaseEvent> events = events(order, read, next, seen, actor);
            PurchaseOrder changed = read.withState(next).withLink(Optional.of(link(order, next, seen)));
            List<Discrepancy> opened =
                    book.stores().discrepancies().settle(order.id(), OrderDifferences.of(changed, seen), book.now());
            changedThere(order, opened, actor).ifPresent(events::add);
            PurchaseOrder stored = book.replace(changed);
            events.forEach(event -> book.stores().log().append(event));
            return stored;
        });
    }

    private RemoteLink link(PurchaseOrder order, PurchaseState next, Consignment seen) {
        boolean behind = !seen.state().isFinal()
                && reading(order, seen.state())
                        .filter(state -> state.compareTo(next) < 0)
                        .isPresent();
        boolean back = order.link()
                .filter(link -> seen.state().isBehind(link.status().state()))
                .isPresent();
        boolean stays = order.link().filter(RemoteLink::regressed).isPresent() && behind;
        return new RemoteLink(seen.id(), seen.header().status(), back || stays, book.now());
    }

    private static PurchaseOrder received(PurchaseOrder order, Consignment seen) {
        Map<ExternalId, ConsignmentLine> there = new HashMap<>();
        seen.lines().forEach(line -> there.put(line.product(), line));
        return order.mapLines(line -> line.carried()
                .map(LineOrder::product)
                .map(there::get)
                .map(other -> line.withReceived(other.receivedOrNone()))
                .orElse(line));
    }

    private static PurchaseState next(PurchaseOrder order, ConsignmentState seen) {
        PurchaseState now = order.state();
        if (now == PurchaseState.CANCELLED || now == PurchaseState.DRAFT) {
            return now;
        }
        if (seen == ConsignmentState.CANCELLED) {
            return now == PurchaseState.RECEIVED ? now : PurchaseState.CANCELLED;
        }
        return reading(order, seen).filter(state -> state.compareTo(now) > 0).orElse(now);
    }

    /** What the consignment's state means for an order of which the platform has every line; empty where it means nothing. */
    private static Optional<PurchaseState> reading(PurchaseOrder order, ConsignmentState seen) {
        boolean whole = order.lines().stream()
                .allMatch(line -> line.carried().isPresent() || line.ordered().isZero());
        boolean some = order.lines().stream().anyMatch(line -> line.received().signum() > 0);
        if (!whole) {
            return Optional.empty();
        }
        return switch (seen) {
            case OPEN -> Optional.of(PurchaseState.APPROVED);
            case SENT, DISPATCHED -> Optional.of(some ? PurchaseState.PARTIALLY_RECEIVED : PurchaseState.SUBMITTED);
            case RECEIVED -> Optional.of(PurchaseState.RECEIVED);
            default -> Optional.empty();
        };
    }

    private List<PurchaseEvent> events(
            PurchaseOrder before, PurchaseOrder read, PurchaseState next, Consignment seen, String actor) {
        List<PurchaseEvent> events = new ArrayList<>();
        Optional<ConsignmentState> was = before.link().map(link -> link.status().state());
        if (was.filter(state -> seen.state().isBehind(state)).isPresent()) {
            events.add(alert(
                    before,
                    PurchaseErrors.REGRESSED,
                    "consignment " + seen.id() + " went from "
                            + before.link().orElseThrow().status() + " back to "
                            + seen.header().status(),
                    actor));
        }
        if (next == PurchaseState.CANCELLED && before.state() != PurchaseState.CANCELLED) {
            events.add(alert(
                    before,
                    PurchaseErrors.GONE,
                    "consignment " + seen.id() + " was called off at the platform",
                    actor));
        }
        if (next != before.state()) {
            events.add(book.event(
                    before,
                    PurchaseEvent.Kind.READ,
                    before.state() + " to " + next + ", at the platform "
                            + seen.header().status(),
                    actor));
        }
        Quantity came = sum(read).minus(sum(before));
        if (!came.isZero()) {
            events.add(book.event(
                    before, PurchaseEvent.Kind.RECEIVED, sum(read) + " units in all, " + came + " since last", actor));
        }
        return events;
    }

    private static Quantity sum(PurchaseOrder order) {
        return order.lines().stream().map(PurchaseLine::received).reduce(Quantity.ZERO, Quantity::plus);
    }

    private Optional<PurchaseEvent> changedThere(PurchaseOrder order, List<Discrepancy> opened, String actor) {
        List<Discrepancy> changes = opened.stream()
                .filter(one -> one.kind() != Discrepancy.Kind.SHORT && one.kind() != Discrepancy.Kind.OVER)
                .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(alert(
                        order,
                        PurchaseErrors.CHANGED_THERE,
                        changes.stream()
                                        .limit(NAMED)
                                        .map(one -> one.sku()
                                                        .map(sku -> sku.value())
                                                        .orElse(one.item().value())
                                                + ": " + one.kind() + ", " + one.expected() + " here, " + one.found()
                                                + " there")
                                        .collect(Collectors.joining("; "))
                                + (changes.size() > NAMED ? " and " + (changes.size() - NAMED) + " more" : ""),
                        actor));
    }

    private PurchaseEvent alert(PurchaseOrder order, ErrorCode code, String message, String actor) {
        return PurchaseEvent.of(order.id(), book.now(), PurchaseEvent.Kind.ALERT, code, message, actor);
    }
}
