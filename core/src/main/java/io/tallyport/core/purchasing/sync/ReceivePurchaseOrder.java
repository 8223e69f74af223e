package io.tallyport.core.purchasing.sync;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepNote;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.OrderReading;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the platform what has come of an order, as far as its API takes that. The platform moves the stock; nothing here does. What did
 * not come stays in the order as it was ordered: no line is taken away.
 */
public final class ReceivePurchaseOrder {

    private static final String OPERATION = "receive order";
    private static final int MOST = 6;

    private final OrderBook book;
    private final IntentJournal journal;
    private final Connectors connectors;
    private final PurchasePolicy policy;

    public ReceivePurchaseOrder(OrderBook book, IntentJournal journal, Connectors connectors, PurchasePolicy policy) {
        this.book = book;
        this.journal = journal;
        this.connectors = connectors;
        this.policy = policy;
    }

    /**
     * What has come.
     *
     * @param received by SKU how many in all, not how many more; SKUs that are not named stay as they are
     * @param complete whether no more will come
     */
    public record Request(PurchaseOrderId order, Map<Sku, Quantity> received, boolean complete, String actor) {

        public Request {
            received = Map.copyOf(received);
        }
    }

    /**
     * Receives. May be started again with the same request, whatever was thrown.
     *
     * @return how it ended; HELD does not come of it
     * @throws PortException.Rejected when the order or the platform does not take it; nothing, or not all, was written then
     */
    public SyncPurchaseOrder.Result receive(Request request) {
        PurchaseOrder order = book.require(request.order());
        Map<ExternalId, Quantity> wanted = checked(order, request);
        try (RemoteConsignments remote = RemoteConsignments.open(connectors, order.connection())) {
            checkAbilities(remote.source().abilities(), request);
            return receive(order, wanted, request, remote);
        } catch (Pause pause) {
            return pause.until()
                    .map(until -> new SyncPurchaseOrder.Result(
                            order, SyncPurchaseOrder.Ending.WAITING, pause.reason(), pause.until()))
                    .orElseThrow(() -> rejected(pause.code().orElse(PurchaseErrors.REFUSED), pause.reason()));
        }
    }

    private SyncPurchaseOrder.Result receive(
            PurchaseOrder order, Map<ExternalId, Quantity> wanted, Request request, RemoteConsignments remote) {
        ConsignmentSource source = remote.source();
        OrderWrites writes = new OrderWrites(journal, book, order, request.actor());
        ExternalId id = order.link().orElseThrow().consignment();
        for (int pass = 0; pass < MOST; pass++) {
            writes.settleOpen(order, source, policy.answersUnderWay());
            Consignment there = source.read(id)
                    .filter(found -> found.header().isLive())
                    .orElseThrow(() -> rejected(PurchaseErrors.GONE, "consignment " + id + " is not live any more"));
            if (isDone(there, wanted, request)) {
                PurchaseOrder stored = new OrderReading(book).take(order, there, request.actor());
                return new SyncPurchaseOrder.Result(
                        stored,
                        SyncPurchaseOrder.Ending.IN_STEP,
                        "order " + order.id() + " is " + stored.state() + ", consignment " + id + " "
                                + there.header().status(),
                        Optional.empty());
            }
            write(order, there, wanted, writes, remote, request);
        }
        throw rejected(PurchaseErrors.NOT_TAKEN, "consignment " + id + " does not show what was entered");
    }

    private static void write(
            PurchaseOrder order,
            Consignment there,
            Map<ExternalId, Quantity> wanted,
            OrderWrites writes,
            RemoteConsignments remote,
            Request request) {
        boolean answered = true;
        for (Map.Entry<ExternalId, Quantity> one : wanted.entrySet()) {
            if (answered && !says(there, one)) {
                answered = writes.send(
                        order,
                        Step.RECEIVE_LINE,
                        StepNote.received(there.id(), one.getKey(), one.getValue()),
                        () -> remote.lines().receive(there.id(), one.getKey(), one.getValue()));
            }
        }
        boolean allThere = wanted.entrySet().stream().allMatch(one -> says(there, one));
        if (allThere && request.complete()) {
            writes.send(
                    order,
                    Step.ADVANCE,
                    StepNote.advance(there.id(), ConsignmentState.RECEIVED),
                    () -> remote.sink().advance(there.id(), ConsignmentState.RECEIVED));
        }
    }

    private static boolean isDone(Consignment there, Map<ExternalId, Quantity> wanted, Request request) {
        return wanted.entrySet().stream().allMatch(one -> says(there, one))
                && (!request.complete() || there.state() == ConsignmentState.RECEIVED);
    }

    private static boolean says(Consignment there, Map.Entry<ExternalId, Quantity> one) {
        return there.line(one.getKey())
                .flatMap(ConsignmentLine::received)
                .filter(one.getValue()::equals)
                .isPresent();
    }

    private static Map<ExternalId, Quantity> checked(PurchaseOrder order, Request request) {
        boolean sent = order.state() == PurchaseState.SUBMITTED || order.state() == PurchaseState.PARTIALLY_RECEIVED;
        if (!sent || order.link().isEmpty()) {
            throw rejected(
                    PurchaseErrors.WRONG_STATE,
                    "order " + order.id() + " is " + order.state() + "; goods come for one that is SUBMITTED");
        }
        Map<ExternalId, Quantity> wanted = new LinkedHashMap<>();
        boolean some = false;
        for (Map.Entry<Sku, Quantity> one : request.received().entrySet()) {
            if (one.getValue().isNegative()) {
                throw rejected(PurchaseErrors.BAD_ORDER, "of " + one.getKey() + " less than nothing cannot come");
            }
            ExternalId item = order.line(one.getKey())
                    .flatMap(line -> line.carried())
                    .map(LineOrder::product)
                    .orElseThrow(() ->
                            rejected(PurchaseErrors.BAD_ORDER, one.getKey() + " is in no line of order " + order.id()));
            wanted.put(item, one.getValue());
            some |= one.getValue().signum() > 0;
        }
        boolean before = order.lines().stream().anyMatch(line -> line.received().signum() > 0);
        if (!some && !before) {
            throw rejected(
                    PurchaseErrors.BAD_ORDER,
                    "nothing has come of order " + order.id() + "; if nothing will, cancel it: tallyport po cancel "
                            + order.id());
        }
        return wanted;
    }

    private static void checkAbilities(ConsignmentAbilities abilities, Request request) {
        if (!abilities.receiveLines() || (request.complete() && !abilities.complete())) {
            throw rejected(
                    PurchaseErrors.CANNOT,
                    abilities.receiveLines()
                            ? "that no more will come is said at the platform, by a person"
                            : "what has come is entered at the platform, by a person");
        }
    }

    private static PortException.Rejected rejected(ErrorCode code, String message) {
        return PurchaseErrors.rejected(OPERATION, code, message);
    }
}
