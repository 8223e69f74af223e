package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.CountSink;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes inventory counts. Completing one sets every product that it lists, and nothing tells one that was counted as zero from one
 * that nobody counted: so what it lists is compared with what is known to have been counted, right before the call. Rests on the
 * vendor's guide about creating inventory counts, which also limits a count to 25 filters, each by the id of one product, brand,
 * product type, supplier or tag.
 */
final class XSeriesCounts implements CountSink {

    private static final String COMPLETE = "consignments.complete-count";
    private static final int MOST_FILTERS = 25;

    private final ConsignmentFeed feed;

    XSeriesCounts(ConsignmentFeed feed) {
        this.feed = feed;
    }

    /** One for each product; null for none, which leaves them out. */
    static @Nullable List<ConsignmentWire.Filter> filters(List<ExternalId> items) {
        return items.isEmpty()
                ? null
                : items.stream()
                        .map(item -> new ConsignmentWire.Filter("product", item.value()))
                        .toList();
    }

    @Override
    public int mostItems() {
        return MOST_FILTERS;
    }

    @Override
    public void complete(ExternalId count, Map<ExternalId, Quantity> counted) {
        ObjectNode node = feed.one(count).orElseThrow(() -> conflict(count, "is gone at X-Series"));
        if (ConsignmentMapper.kind(node.path("type").asText())
                .filter(ConsignmentKind.STOCKTAKE::equals)
                .isEmpty()) {
            throw conflict(count, "is no inventory count");
        }
        ConsignmentState state =
                ConsignmentMapper.status(node.path("status").asText()).state();
        if (state == ConsignmentState.COMPLETE) {
            return;
        }
        if (state == ConsignmentState.IN_PROGRESS) {
            throw new CountGuard(feed).notListedYet(COMPLETE, count);
        }
        if (state != ConsignmentState.IN_PROGRESS_PROCESSED) {
            throw conflict(count, "is " + state + " at X-Series");
        }
        ensureExactly(count, counted);
        new XSeriesConsignmentSink(feed).write(COMPLETE, count, node, ConsignmentState.COMPLETE);
    }

    private void ensureExactly(ExternalId count, Map<ExternalId, Quantity> counted) {
        Map<ExternalId, Quantity> listed = new HashMap<>();
        for (ConsignmentLine line : ConsignmentMapper.lines(feed.lines(count), false)) {
            listed.put(line.product(), line.receivedOrNone());
        }
        if (!listed.equals(counted)) {
            long others = listed.keySet().stream()
                    .filter(item -> !counted.containsKey(item))
                    .count();
            throw conflict(
                    count,
                    "is not what was counted: it lists " + listed.size() + " products, " + others
                            + " of which are not among the " + counted.size()
                            + " counted; completed, it would change stock that nobody counted");
        }
    }

    private PortException.Conflict conflict(ExternalId count, String what) {
        return new PortException.Conflict(
                feed.client().context(COMPLETE).withCode(XSeriesErrors.CONSIGNMENT_MOVED),
                "consignment " + count + " " + what);
    }
}
