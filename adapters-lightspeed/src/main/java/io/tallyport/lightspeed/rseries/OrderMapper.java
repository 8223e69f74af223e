package io.tallyport.lightspeed.rseries;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Purchase orders in domain words. The reference and the mark of a consignment share the order's number, the one free text that
 * the API writes and looks for: {@code PO-2025-001 [mark]}.
 */
final class OrderMapper {

    private static final Pattern MARKED = Pattern.compile("(.*\\S) \\[[A-Za-z0-9-]{1,40}]");

    private OrderMapper() {}

    static String number(NewConsignment consignment) {
        return consignment.reference().strip() + " [" + consignment.mark() + "]";
    }

    static ConsignmentHeader header(OrderWire wire) {
        String number = Objects.requireNonNullElse(wire.refNum(), "").strip();
        Matcher marked = MARKED.matcher(number);
        String reference = marked.matches() ? String.valueOf(marked.group(1)) : number;
        return new ConsignmentHeader(
                id(wire.orderID(), "an order"),
                ConsignmentKind.SUPPLIER,
                ConsignmentStatus.of(state(wire)),
                id(wire.shopID(), "the shop of an order"),
                Optional.empty(),
                id(wire.vendorID()),
                Optional.of(reference).filter(text -> !text.isEmpty()),
                number,
                text(wire.timeStamp()),
                isTrue(wire.archived()));
    }

    static ConsignmentState state(OrderWire wire) {
        if (isTrue(wire.complete())) {
            return ConsignmentState.RECEIVED;
        }
        if (text(wire.receivedDate()).isPresent()) {
            return ConsignmentState.DISPATCHED;
        }
        return text(wire.orderedDate()).isPresent() ? ConsignmentState.SENT : ConsignmentState.OPEN;
    }

    /**
     * The lines by item; several of one item are one line of all their quantities, at the price of the first that has any.
     *
     * @param settled whether nothing will be entered any more, so that nothing received is zero received
     */
    static List<ConsignmentLine> lines(List<OrderWire.Line> wires, boolean settled) {
        Map<ExternalId, ConsignmentLine> lines = new LinkedHashMap<>();
        wires.stream()
                .map(wire -> line(wire, settled))
                .forEach(line -> lines.merge(line.product(), line, OrderMapper::together));
        return new ArrayList<>(lines.values());
    }

    private static ConsignmentLine line(OrderWire.Line wire, boolean settled) {
        Quantity received = quantity(wire.numReceived()).plus(quantity(wire.checkedIn()));
        return new ConsignmentLine(
                id(wire.itemID(), "the item of a line"),
                quantity(wire.quantity()),
                settled || !received.isZero() ? Optional.of(received) : Optional.empty(),
                text(wire.price())
                        .map(OrderMapper::decimal)
                        .filter(price -> price.signum() >= 0)
                        .map(UnitCost::new));
    }

    private static ConsignmentLine together(ConsignmentLine one, ConsignmentLine other) {
        Optional<Quantity> received =
                one.received().isPresent() || other.received().isPresent()
                        ? Optional.of(one.receivedOrNone().plus(other.receivedOrNone()))
                        : Optional.empty();
        return new ConsignmentLine(
                one.product(),
                one.ordered().plus(other.ordered()),
                received,
                one.ordered().isZero() ? other.cost() : one.cost());
    }

    static Quantity quantity(@Nullable String number) {
        return text(number).map(OrderMapper::decimal).map(Quantity::new).orElse(Quantity.ZERO);
    }

    private static BigDecimal decimal(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("\"" + number + "\" is no number").asException();
        }
    }

    static boolean isTrue(@Nullable String flag) {
        return "true".equalsIgnoreCase(flag);
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    /** Where R-Series has none, it says 0. */
    private static Optional<ExternalId> id(@Nullable String id) {
        return text(id).filter(one -> !one.equals("0")).map(ExternalId::new);
    }

    private static ExternalId id(@Nullable String id, String what) {
        return id(id).orElseThrow(
                        () -> Problem.unreadable(what + " came without id").asException());
    }
}
