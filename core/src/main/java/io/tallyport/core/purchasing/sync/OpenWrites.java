package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PurchaseOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Settles the writes of an order whose outcome is not known: a process ended in the middle, or an answer did not come. Each is proven
 * by what stands at the platform; what is not there may still come for a while, so where doing it again would do harm it is waited for.
 */
final class OpenWrites {

    private final OrderWrites writes;
    private final ConsignmentSource source;
    private final Duration underWay;
    private final Instant now;

    OpenWrites(OrderWrites writes, ConsignmentSource source, Duration underWay, Instant now) {
        this.writes = writes;
        this.source = source;
        this.underWay = underWay;
        this.now = now;
    }

    /** Settles all, or ends the sync until the time has come. */
    void settle(PurchaseOrder order) {
        for (Optional<Made> open = writes.firstOpen(); open.isPresent(); open = writes.firstOpen()) {
            Made one = open.get();
            if (isProven(order, one)) {
                writes.settle(one, IntentState.APPLIED, "its effect was seen");
                continue;
            }
            if (mustWait(one) && now.isBefore(one.over(underWay))) {
                throw Pause.until(
                        one.over(underWay),
                        one.step().operation() + " of " + one.intent().recordedAt()
                                + " had no answer and may still arrive");
            }
            writes.settle(one, IntentState.NOT_APPLIED, Made.lost(one.intent().detail()));
        }
    }

    /** What can be sent twice, or into a consignment that is given up then, need not be waited for. */
    private static boolean mustWait(Made one) {
        return one.step() == Step.CREATE || one.step() == Step.RECEIVE_LINE;
    }

    private boolean isProven(PurchaseOrder order, Made one) {
        if (one.step() == Step.CREATE) {
            return headers(order, one).stream()
                    .anyMatch(header -> NewConsignment.bears(header, one.note().mark()));
        }
        Optional<Consignment> there = one.note()
                .consignment()
                .flatMap(source::read)
                .filter(found -> !found.header().deleted());
        return switch (one.step()) {
            case DELETE -> there.isEmpty();
            case CANCEL -> there.isEmpty() || there.get().state() == ConsignmentState.CANCELLED;
            case ADVANCE ->
                there.filter(found -> found.state().isAtLeast(one.note().to())).isPresent();
            case ADD_LINES, SET_LINE ->
                there.filter(found -> says(found, one.note().lines())).isPresent();
            case RECEIVE_LINE ->
                there.filter(found -> received(found, one.note().lines())).isPresent();
            case CREATE -> false;
        };
    }

    private List<ConsignmentHeader> headers(PurchaseOrder order, Made create) {
        ConsignmentKind kind = create.note().kind().orElse(order.kind());
        ExternalId outlet = create.note()
                .outlet()
                .orElseThrow(() -> new IllegalStateException(create.intent().id() + " names no outlet"));
        return source.withReference(kind, outlet, order.id().value());
    }

    private static boolean says(Consignment there, List<LineOrder> lines) {
        return lines.stream()
                .allMatch(line -> there.line(line.product()).filter(line::isIn).isPresent());
    }

    private static boolean received(Consignment there, List<LineOrder> lines) {
        return lines.stream()
                .allMatch(line -> there.line(line.product())
                        .map(ConsignmentLine::receivedOrNone)
                        .filter(line.ordered()::equals)
                        .isPresent());
    }
}
