package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepNote;
import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.RemoteLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds or makes the one consignment of an order, and sees to it that it stays the only one. After each write the order is as it is
 * stored; a stop at any point leaves what is needed to go on.
 */
final class OrderSync {

    private static final int MARK = 12;

    private final OrderBook book;
    private final RemoteConsignments remote;
    private final ConsignmentSource source;
    private final OrderWrites writes;
    private final String actor;
    private PurchaseOrder order;

    OrderSync(OrderBook book, RemoteConsignments remote, OrderWrites writes, PurchaseOrder order, String actor) {
        this.book = book;
        this.remote = remote;
        this.source = remote.source();
        this.writes = writes;
        this.order = order;
        this.actor = actor;
    }

    PurchaseOrder order() {
        return order;
    }

    void became(PurchaseOrder stored) {
        order = stored;
    }

    /** The consignment with its lines, linked; empty when a write is open, or everything is to be looked at anew. */
    Optional<Consignment> locate(OrderPartners partners) {
        if (order.link().isEmpty()) {
            return link(partners) ? read() : Optional.empty();
        }
        boolean surplusPossible = writes.all(Step.CREATE).anyMatch(Made::isLost)
                || writes.all(Step.CREATE).filter(made -> !made.isRefused()).count() > 1;
        if (surplusPossible && !sweep(OwnConsignments.of(order, Optional.of(partners.outlet()), writes, source))) {
            return Optional.empty();
        }
        return read();
    }

    private boolean link(OrderPartners partners) {
        OwnConsignments there = OwnConsignments.of(order, Optional.of(partners.outlet()), writes, source);
        if (!there.foreign().isEmpty()) {
            throw Pause.held(
                    PurchaseErrors.FOREIGN,
                    "consignment "
                            + OrderItems.words(there.foreign().stream()
                                    .map(header -> header.id() + " (" + header.status() + ")")
                                    .toList())
                            + " has the reference " + order.id());
        }
        Optional<ConsignmentHeader> choice = there.choice(order, givenUp());
        if (choice.isPresent()) {
            order = book.replace(
                    linked(order, choice.get().id(), choice.get().status()),
                    linkedEvent(choice.get().id()));
            return sweep(there);
        }
        return create(partners) && sweep(OwnConsignments.of(order, Optional.of(partners.outlet()), writes, source));
    }

    private boolean create(OrderPartners partners) {
        // Another mark for each attempt, and none that another installation could have.
        String mark = "tp-"
                + Basis.of(order.id().value(), order.createdAt().toString(), String.valueOf(writes.nextNumber()))
                        .substring(0, MARK);
        NewConsignment head = partners.head(order, mark);
        PurchaseOrder before = order;
        return writes.send(
                        before,
                        Step.CREATE,
                        StepNote.create(head),
                        () -> remote.sink().create(head),
                        id -> {
                            ConsignmentStatus open = ConsignmentStatus.of(ConsignmentState.OPEN);
                            order = book.replace(linked(before, id, open), linkedEvent(id));
                        })
                .isPresent();
    }

    private PurchaseOrder linked(PurchaseOrder before, ExternalId id, ConsignmentStatus status) {
        return before.withLink(Optional.of(new RemoteLink(id, status, false, book.now())))
                .mapLines(line -> line.withCarried(Optional.empty()));
    }

    private PurchaseEvent linkedEvent(ExternalId id) {
        return book.event(order, PurchaseEvent.Kind.LINKED, "is consignment " + id, actor);
    }

    private Set<ExternalId> givenUp() {
        return writes.all(Step.DELETE)
                .flatMap(one -> one.note().consignment().stream())
                .collect(Collectors.toSet());
    }

    /** Deletes what we have made too many of; false when one of these writes is open. */
    private boolean sweep(OwnConsignments there) {
        ExternalId own = order.link().orElseThrow().consignment();
        List<ConsignmentHeader> surplus =
                there.ours().stream().filter(header -> !header.id().equals(own)).toList();
        for (ConsignmentHeader header : surplus) {
            if (header.state() != ConsignmentState.OPEN || !source.abilities().delete()) {
                throw OwnConsignments.several(order, there.ours());
            }
            if (!delete(header.id())) {
                return false;
            }
            book.alert(
                    order,
                    PurchaseErrors.SURPLUS,
                    "consignment " + header.id() + " was deleted, " + own + " stays",
                    actor);
        }
        return true;
    }

    boolean delete(ExternalId id) {
        return writes.send(
                order, Step.DELETE, StepNote.about(id), () -> remote.sink().delete(id));
    }

    /** Reads what is linked. What we gave up ourselves is let go; what somebody else took away is a person's affair. */
    private Optional<Consignment> read() {
        ExternalId id = order.link().orElseThrow().consignment();
        Optional<Consignment> there =
                source.read(id).filter(found -> !found.header().deleted());
        if (there.filter(found -> !found.state().isOff()).isPresent()) {
            return there;
        }
        if (givenUp().contains(id)) {
            order = book.replace(order.withLink(Optional.empty()).mapLines(line -> line.withCarried(Optional.empty())));
            return Optional.empty();
        }
        throw Pause.held(
                PurchaseErrors.GONE,
                "consignment " + id + " is "
                        + there.map(found -> found.header().status().toString()).orElse("not there any more"));
    }
}
