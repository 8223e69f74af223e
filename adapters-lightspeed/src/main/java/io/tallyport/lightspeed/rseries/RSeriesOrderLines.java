package io.tallyport.lightspeed.rseries;

import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Objects;

/**
 * Writes lines one by one. The platform keeps no item to one line, so one that is new is made with nothing ordered, which done
 * twice, or late, comes to the same; then the first line of the item says what is ordered, and all others nothing. Rests on the
 * vendor's page endpoints/orderline.
 */
final class RSeriesOrderLines implements ConsignmentLineSink {

    private static final String CHANGE = "OrderLine.change";

    private final OrderFeed feed;

    RSeriesOrderLines(OrderFeed feed) {
        this.feed = feed;
    }

    @Override
    public void add(ExternalId consignment, List<LineOrder> lines) {
        throw new UnsupportedOperationException("R-Series takes lines one by one");
    }

    @Override
    public void set(ExternalId consignment, LineOrder line) {
        OrderWire order = order(consignment);
        ConsignmentState state = OrderMapper.state(order);
        if (!state.takesOrders()) {
            throw feed.conflict(
                    CHANGE, "order " + consignment + " is " + state + " at R-Series, what it orders stands");
        }
        String price = line.cost().map(UnitCost::toString).orElse(null);
        List<OrderWire.Line> there = feed.lines(consignment, line.product());
        ExternalId first = there.isEmpty()
                ? feed.addLine(
                        new OrderWire.Change(consignment.value(), line.product().value(), "0", price, null))
                : id(there.get(0));
        feed.changeLine(first, new OrderWire.Change(null, null, line.ordered().toString(), price, null));
        there.stream()
                .skip(1)
                .filter(other -> !OrderMapper.quantity(other.quantity()).isZero())
                .forEach(other -> feed.changeLine(id(other), new OrderWire.Change(null, null, "0", null, null)));
    }

    /** What is in stock already counts as received; what has come beside it is what the platform calls received. */
    @Override
    public void receive(ExternalId consignment, ExternalId product, Quantity received) {
        OrderWire order = order(consignment);
        ConsignmentState state = OrderMapper.state(order);
        if (state != ConsignmentState.SENT && state != ConsignmentState.DISPATCHED) {
            throw feed.conflict(
                    CHANGE, "order " + consignment + " is " + state + " at R-Series, nothing can be received for it");
        }
        List<OrderWire.Line> there = feed.lines(consignment, product);
        if (there.isEmpty()) {
            throw feed.refused(CHANGE, LightspeedErrors.REFUSED, "item " + product + " is not on order " + consignment);
        }
        Quantity others = there.stream()
                .map(line -> OrderMapper.quantity(line.checkedIn()))
                .reduce(Quantity.ZERO, Quantity::plus)
                .plus(there.stream()
                        .skip(1)
                        .map(line -> OrderMapper.quantity(line.numReceived()))
                        .reduce(Quantity.ZERO, Quantity::plus));
        Quantity coming = received.minus(others);
        if (coming.isNegative()) {
            throw feed.conflict(CHANGE, "of item " + product + " " + others + " have been received already");
        }
        feed.changeLine(id(there.get(0)), new OrderWire.Change(null, null, null, null, coming.toString()));
    }

    private OrderWire order(ExternalId id) {
        return feed.one(id)
                .filter(order -> !OrderMapper.isTrue(order.archived()))
                .orElseThrow(() -> feed.conflict(CHANGE, "order " + id + " is gone, or put away, at R-Series"));
    }

    private static ExternalId id(OrderWire.Line line) {
        return new ExternalId(Objects.requireNonNullElse(line.orderLineID(), "0"));
    }
}
