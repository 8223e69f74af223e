package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Writes lines. The bulk call adds to what is there, the call for one line sets it; which fields count depends on the state of
 * the consignment, and what does not fit it is passed over in silence. So the state is read first, and the line's answer is
 * compared. Rests on the vendor's API 2.0 reference for consignment products.
 */
final class XSeriesConsignmentLines implements ConsignmentLineSink {

    private static final String SET = "consignments.set-line";
    private static final String RECEIVE = "consignments.receive-line";

    private final ConsignmentFeed feed;

    XSeriesConsignmentLines(ConsignmentFeed feed) {
        this.feed = feed;
    }

    /** Never with a received quantity: any would dispatch the order. */
    @Override
    public void add(ExternalId consignment, List<LineOrder> lines) {
        int most = feed.options().bulkLines();
        if (most == 0) {
            throw new UnsupportedOperationException("the connection adds no lines in bulk");
        }
        if (lines.size() > most) {
            throw new IllegalArgumentException("at most " + most + " lines at once, got " + lines.size());
        }
        feed.bulk(
                consignment, lines.stream().map(XSeriesConsignmentLines::change).toList());
    }

    /**
     * A line that is missing is put on without a quantity first: done twice, or late, that comes to the same, whether the
     * platform sets or adds, which the vendor does not say.
     */
    @Override
    public void set(ExternalId consignment, LineOrder line) {
        ConsignmentState state = state(SET, consignment);
        if (!state.takesOrders()) {
            throw conflict(SET, consignment, "is " + state + " at X-Series, its order stands");
        }
        ConsignmentWire.Change change = change(line);
        try {
            changed(consignment, change);
        } catch (PortException.Rejected refused) {
            if (!ConsignmentFeed.isMissing(refused)) {
                throw refused;
            }
            feed.addLine(consignment, new ConsignmentWire.Change(change.productId(), null, null, null));
            changed(consignment, change);
        }
    }

    private void changed(ExternalId consignment, ConsignmentWire.Change change) {
        Optional<BigDecimal> now = feed.changeLine(SET, consignment, change, XSeriesConsignmentLines::count);
        BigDecimal wanted = new BigDecimal(String.valueOf(change.count()));
        if (now.filter(count -> count.compareTo(wanted) != 0).isPresent()) {
            throw conflict(
                    SET,
                    consignment,
                    "did not take the quantity: it has gone on meanwhile, or somebody changed the line");
        }
    }

    /** The quantity that an answer shows; empty where it shows none. */
    private static Optional<BigDecimal> count(JsonNode body) {
        JsonNode data = body.path("data").isObject() ? body.path("data") : body;
        JsonNode count = data.path("count");
        return count.isValueNode() && !count.isNull() ? ConsignmentMapper.number(count.asText()) : Optional.empty();
    }

    @Override
    public void receive(ExternalId consignment, ExternalId product, Quantity received) {
        if (received.isNegative()) {
            throw new IllegalArgumentException("a quantity is zero or more, got " + received);
        }
        ConsignmentState state = state(RECEIVE, consignment);
        boolean arriving = state == ConsignmentState.SENT
                || state == ConsignmentState.DISPATCHED
                || state == ConsignmentState.IN_PROGRESS
                || state == ConsignmentState.IN_PROGRESS_PROCESSED;
        if (!arriving) {
            throw conflict(RECEIVE, consignment, "is " + state + " at X-Series, nothing can be received for it");
        }
        feed.changeLine(
                RECEIVE,
                consignment,
                new ConsignmentWire.Change(product.value(), null, received.toString(), null),
                body -> body);
    }

    private ConsignmentState state(String operation, ExternalId consignment) {
        return feed.one(consignment)
                .map(node ->
                        ConsignmentMapper.status(node.path("status").asText()).state())
                .orElseThrow(() -> conflict(operation, consignment, "is gone at X-Series"));
    }

    private static ConsignmentWire.Change change(LineOrder line) {
        return new ConsignmentWire.Change(
                line.product().value(),
                line.ordered().toString(),
                null,
                line.cost().map(UnitCost::toString).orElse(null));
    }

    private PortException.Conflict conflict(String operation, ExternalId consignment, String what) {
        return new PortException.Conflict(
                feed.client().context(operation).withCode(XSeriesErrors.CONSIGNMENT_MOVED),
                "consignment " + consignment + " " + what);
    }
}
