package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.List;
import java.util.Optional;

/**
 * Creates consignments and brings them forward, each step by writing the whole consignment with its next status, since there is
 * no call for a step alone. Rests on the vendor's API 2.0 reference for consignments, and on its guides about stock orders and
 * inventory counts.
 */
final class XSeriesConsignmentSink implements ConsignmentSink {

    private static final String ADVANCE = "consignments.advance";
    private static final String CANCEL = "consignments.cancel";
    private static final String DELETE = "consignments.delete";

    /** What a consignment says of itself, as far as it can be written; the rest is the platform's own. */
    private static final List<String> WRITABLE = List.of(
            "name",
            "outlet_id",
            "source_outlet_id",
            "supplier_id",
            "type",
            "status",
            "reference",
            "supplier_invoice",
            "consignment_date",
            "due_at",
            "received_at",
            "show_inactive",
            "filters");

    private final ConsignmentFeed feed;
    private final CountGuard guard;

    XSeriesConsignmentSink(ConsignmentFeed feed) {
        this.feed = feed;
        this.guard = new CountGuard(feed);
    }

    @Override
    public ExternalId create(NewConsignment asked) {
        ConsignmentState first =
                asked.kind() == ConsignmentKind.STOCKTAKE ? ConsignmentState.SCHEDULED : ConsignmentState.OPEN;
        ConsignmentWire.New wire = new ConsignmentWire.New(
                asked.markedNote(),
                asked.outlet().value(),
                asked.kind().name(),
                ConsignmentMapper.word(first),
                asked.reference(),
                asked.sourceOutlet().map(ExternalId::value).orElse(null),
                asked.supplier().map(ExternalId::value).orElse(null),
                XSeriesCounts.filters(asked.items()));
        return feed.create(wire, body -> Wire.id(body, feed.options().version()));
    }

    @Override
    public void advance(ExternalId id, ConsignmentState to) {
        ObjectNode node = feed.one(id).orElseThrow(() -> gone(ADVANCE, id));
        ConsignmentKind kind = kind(node);
        ConsignmentState state = state(node);
        List<ConsignmentState> path = path(kind, to);
        if (state.isAtLeast(to) && !state.isOff()) {
            return;
        }
        // A transfer of which a part has come may say so, though its flow has no such step.
        boolean arriving = kind == ConsignmentKind.OUTLET && state == ConsignmentState.DISPATCHED;
        int at = path.indexOf(arriving ? ConsignmentState.SENT : state);
        if (at < 0) {
            throw conflict(ADVANCE, id, state);
        }
        for (ConsignmentState next : path.subList(at + 1, path.size())) {
            if (next == ConsignmentState.COMPLETE) {
                guard.ensureNothingIsZeroed(ADVANCE, id);
            }
            if (next == ConsignmentState.IN_PROGRESS_PROCESSED) {
                throw guard.notListedYet(ADVANCE, id);
            }
            write(ADVANCE, id, node, next);
        }
    }

    /** From the first state to the wanted one, without a step left out, which the platform would refuse. */
    private List<ConsignmentState> path(ConsignmentKind kind, ConsignmentState to) {
        List<ConsignmentState> whole = switch (kind) {
            case SUPPLIER ->
                List.of(
                        ConsignmentState.OPEN,
                        ConsignmentState.SENT,
                        ConsignmentState.DISPATCHED,
                        ConsignmentState.RECEIVED);
            case OUTLET -> List.of(ConsignmentState.OPEN, ConsignmentState.SENT, ConsignmentState.RECEIVED);
            case RETURN -> List.of(ConsignmentState.OPEN, ConsignmentState.SENT);
            case STOCKTAKE ->
                List.of(
                        ConsignmentState.SCHEDULED,
                        ConsignmentState.IN_PROGRESS,
                        ConsignmentState.IN_PROGRESS_PROCESSED,
                        ConsignmentState.COMPLETE);
        };
        if (!whole.contains(to)) {
            throw feed.client().rejected(ADVANCE, XSeriesErrors.CONSIGNMENT_MOVED, "a " + kind + " is never " + to);
        }
        return whole.subList(0, whole.indexOf(to) + 1);
    }

    /** An order without lines cannot change its status, so it is deleted: nothing has been promised by it. */
    @Override
    public void cancel(ExternalId id) {
        Optional<ObjectNode> node = feed.one(id);
        if (node.isEmpty() || isDeleted(node.get())) {
            return;
        }
        ConsignmentState state = state(node.get());
        if (state.isOff()) {
            return;
        }
        if (state.isFinal()) {
            throw conflict(CANCEL, id, state);
        }
        boolean empty = kind(node.get()) == ConsignmentKind.SUPPLIER
                && feed.lines(id).stream().allMatch(line -> line.deletedAt() != null);
        if (empty) {
            deleted(id);
        } else {
            write(CANCEL, id, node.get(), ConsignmentState.CANCELLED);
        }
    }

    @Override
    public void delete(ExternalId id) {
        Optional<ObjectNode> node = feed.one(id);
        if (node.isEmpty() || isDeleted(node.get())) {
            return;
        }
        ConsignmentState state = state(node.get());
        if (state != ConsignmentState.OPEN && state != ConsignmentState.SCHEDULED) {
            throw conflict(DELETE, id, state);
        }
        deleted(id);
    }

    private void deleted(ExternalId id) {
        try {
            feed.delete(id);
        } catch (PortException.Rejected refused) {
            if (!ConsignmentFeed.isMissing(refused)) {
                throw refused;
            }
        }
    }

    /** Writes the whole of what was read, with another state. */
    void write(String operation, ExternalId id, ObjectNode read, ConsignmentState state) {
        ObjectNode whole = read.deepCopy().retain(WRITABLE);
        whole.put("status", ConsignmentMapper.word(state));
        feed.replace(operation, id, whole);
    }

    private ConsignmentKind kind(ObjectNode node) {
        String type = node.path("type").asText();
        return ConsignmentMapper.kind(type)
                .orElseThrow(() -> feed.client()
                        .rejected(ADVANCE, XSeriesErrors.CONSIGNMENT_MOVED, "a " + type + " is not known here"));
    }

    private static ConsignmentState state(ObjectNode node) {
        return ConsignmentMapper.status(node.path("status").asText()).state();
    }

    private static boolean isDeleted(ObjectNode node) {
        return !node.path("deleted_at").asText("").isBlank()
                && !node.path("deleted_at").isNull();
    }

    private PortException.Conflict conflict(String operation, ExternalId id, ConsignmentState state) {
        return new PortException.Conflict(
                context(operation, XSeriesErrors.CONSIGNMENT_MOVED),
                "consignment " + id + " is " + state + " at X-Series");
    }

    private PortException.Conflict gone(String operation, ExternalId id) {
        return new PortException.Conflict(
                context(operation, XSeriesErrors.CONSIGNMENT_MOVED), "consignment " + id + " is gone at X-Series");
    }

    private FailureContext context(String operation, ErrorCode code) {
        return feed.client().context(operation).withCode(code);
    }
}
