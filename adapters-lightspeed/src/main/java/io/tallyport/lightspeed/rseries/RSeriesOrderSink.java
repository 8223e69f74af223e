package io.tallyport.lightspeed.rseries;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.kernel.ExternalId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Creates purchase orders and orders them, which is setting a date; calling one off, and deleting it, is putting it away.
 * Checking its goods in and completing it is done by a person. Rests on the vendor's page endpoints/order.
 */
final class RSeriesOrderSink implements ConsignmentSink {

    private static final String CREATE = "Order.create";
    private static final String ORDER = "Order.order";
    private static final String ARCHIVE = "Order.archive";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);

    private final OrderFeed feed;
    private final Clock clock;

    RSeriesOrderSink(OrderFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public ExternalId create(NewConsignment asked) {
        if (asked.kind() != ConsignmentKind.SUPPLIER) {
            throw feed.refused(
                    CREATE,
                    LightspeedErrors.BY_HAND,
                    "a consignment of kind " + asked.kind() + " is made in R-Series itself");
        }
        return feed.create(new OrderWire.New(
                asked.outlet().value(),
                asked.supplier().map(ExternalId::value).orElse(null),
                OrderMapper.number(asked)));
    }

    @Override
    public void advance(ExternalId id, ConsignmentState to) {
        OrderWire order = feed.one(id).orElseThrow(() -> feed.conflict(ORDER, "order " + id + " is gone at R-Series"));
        if (OrderMapper.isTrue(order.archived())) {
            throw feed.conflict(ORDER, "order " + id + " was put away at R-Series");
        }
        if (OrderMapper.state(order).isAtLeast(to)) {
            return;
        }
        if (to != ConsignmentState.SENT) {
            throw feed.refused(
                    ORDER, LightspeedErrors.BY_HAND, "the goods of order " + id + " are checked in at R-Series itself");
        }
        if (feed.lines(id).isEmpty()) {
            throw feed.refused(ORDER, LightspeedErrors.REFUSED, "order " + id + " has no lines to be ordered");
        }
        feed.order(id, TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    @Override
    public void cancel(ExternalId id) {
        Optional<OrderWire> order = live(id);
        if (order.isPresent()) {
            ConsignmentState state = OrderMapper.state(order.get());
            if (!state.takesOrders()) {
                throw feed.conflict(ARCHIVE, "order " + id + " is " + state + " at R-Series");
            }
            feed.archive(id);
        }
    }

    @Override
    public void delete(ExternalId id) {
        Optional<OrderWire> order = live(id);
        if (order.isPresent()) {
            ConsignmentState state = OrderMapper.state(order.get());
            if (state != ConsignmentState.OPEN) {
                throw feed.conflict(ARCHIVE, "order " + id + " is " + state + " at R-Series");
            }
            feed.archive(id);
        }
    }

    private Optional<OrderWire> live(ExternalId id) {
        return feed.one(id).filter(order -> !OrderMapper.isTrue(order.archived()));
    }
}
