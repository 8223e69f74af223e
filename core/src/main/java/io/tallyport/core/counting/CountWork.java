package io.tallyport.core.counting;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.Named;
import io.tallyport.core.consignment.steps.OpenSteps;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepNote;
import io.tallyport.core.consignment.steps.StepWrites;
import io.tallyport.core.kernel.Basis;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * One count while a use case works on it: finds the consignment that it is, sees to it that it stays the only one, and sends the writes,
 * each with the next number in the journal.
 */
final class CountWork {

    private static final int MARK = 12;

    private final CountDesk desk;
    private final RemoteCounts remote;
    private final ConsignmentSource source;
    private final CountReference reference;
    private final String subject;
    private final StepWrites writes;
    private final String actor;

    CountWork(CountDesk desk, RemoteCounts remote, ConnectionId connection, CountReference reference, String actor) {
        this.desk = desk;
        this.remote = remote;
        this.source = remote.source();
        this.reference = reference;
        this.subject = connection + ":" + reference;
        this.actor = actor;
        this.writes = new StepWrites(
                desk.stores().journal(),
                desk.stores().unitOfWork(),
                desk::now,
                new StepWrites.Owner(
                        owner(connection, reference),
                        connection,
                        CountErrors.REFUSED,
                        operation -> CountErrors.changed(operation, reference)),
                actor);
    }

    /** Whose intents they are; another connection may have a count of the same reference. */
    static String owner(ConnectionId connection, CountReference reference) {
        return "count:" + connection + ":" + reference;
    }

    StepWrites writes() {
        return writes;
    }

    /** Every one is waited for: figures, or a completion, that land late would do so in a count that went on. */
    void settleOpen() {
        new OpenSteps(writes, source, desk.policy().answersUnderWay(), desk.now(), made -> true)
                .settle(ConsignmentKind.STOCKTAKE, reference.value());
    }

    OwnCounts own(Optional<ExternalId> outlet) {
        return OwnCounts.of(reference, outlet, writes, source);
    }

    /**
     * What a look found.
     *
     * @param none whether there is none of ours, so that one may be made
     * @param there the one, read whole, the only one of ours; empty when there is none, or everything is to be looked at anew
     */
    record Look(boolean none, Optional<Consignment> there) {}

    Look look(ExternalId outlet) {
        OwnCounts own = own(Optional.of(outlet));
        if (!own.foreign().isEmpty()) {
            throw Pause.held(
                    CountErrors.FOREIGN,
                    "consignment "
                            + Named.of(own.foreign().stream()
                                    .map(header -> header.id() + " (" + header.status() + ")")
                                    .toList())
                            + " has the reference " + reference);
        }
        Optional<ConsignmentHeader> choice = own.choice(writes);
        return new Look(
                choice.isEmpty(), choice.filter(one -> sweep(own, one.id())).flatMap(one -> source.read(one.id())));
    }

    /** Deletes what we have made too many of; false when one of these writes is open. */
    private boolean sweep(OwnCounts there, ExternalId own) {
        List<ConsignmentHeader> surplus =
                there.ours().stream().filter(header -> !header.id().equals(own)).toList();
        for (ConsignmentHeader header : surplus) {
            if (header.state() != ConsignmentState.SCHEDULED
                    || !source.abilities().delete()) {
                throw OwnCounts.several(there.ours());
            }
            if (!send(
                    Step.DELETE,
                    StepNote.about(header.id()),
                    () -> remote.sink().delete(header.id()))) {
                return false;
            }
        }
        return true;
    }

    /** Makes it; what is there then is found by the next look. */
    void create(StockCount count, CountItems items) {
        refuseAnotherAfterBegun();
        String mark = "tp-"
                + Basis.of(subject, desk.now().toString(), String.valueOf(writes.nextNumber()))
                        .substring(0, MARK);
        NewConsignment head = new NewConsignment(
                ConsignmentKind.STOCKTAKE,
                items.outlet(),
                Optional.empty(),
                Optional.empty(),
                reference.value(),
                count.note(),
                mark,
                count.whole() ? List.of() : List.copyOf(items.lines().keySet()));
        writes.send(
                Step.CREATE,
                StepNote.create(head),
                () -> {},
                () -> remote.sink().create(head),
                id -> desk.audit(actor, "count created", subject, "consignment " + id));
    }

    /** One that we had begun and not called off, and that is not live any more, was put away by somebody else. */
    private void refuseAnotherAfterBegun() {
        writes.all()
                .filter(made -> made.step() == Step.ADVANCE && !made.isRefused())
                .flatMap(made -> made.note().consignment().stream())
                .filter(id -> writes.all().noneMatch(made -> isTakenBack(made, id)))
                .findFirst()
                .ifPresent(id -> {
                    throw Pause.held(
                            CountErrors.NOT_THERE, "consignment " + id + " was called off or deleted at the platform");
                });
    }

    private static boolean isTakenBack(Made made, ExternalId id) {
        return (made.step() == Step.CANCEL || made.step() == Step.DELETE) && !made.isRefused() && made.isAbout(id);
    }

    void begin(ExternalId id) {
        send(
                Step.ADVANCE,
                StepNote.advance(id, ConsignmentState.IN_PROGRESS),
                () -> remote.sink().advance(id, ConsignmentState.IN_PROGRESS));
    }

    /** Whether a completion of it may have been sent; its figures stand fast from then on. */
    boolean isCompletionSent(ExternalId id) {
        return writes.all(Step.ADVANCE)
                .anyMatch(
                        made -> made.isAbout(id) && made.note().to() == ConsignmentState.COMPLETE && !made.isRefused());
    }

    /** Whether a figure was entered and answered; tells a zero that was from nothing. */
    boolean isEntered(ExternalId id, ExternalId item, Quantity counted) {
        return writes.all(Step.RECEIVE_LINE)
                .filter(made -> made.isApplied() && made.isAbout(id))
                .flatMap(made -> made.note().line(item).stream())
                .reduce((earlier, later) -> later)
                .filter(line -> line.ordered().equals(counted))
                .isPresent();
    }

    boolean enter(ExternalId id, ExternalId item, Quantity counted) {
        return send(
                Step.RECEIVE_LINE,
                StepNote.received(id, item, counted),
                () -> remote.lines().receive(id, item, counted));
    }

    void complete(ExternalId id, CountItems items, String details) {
        writes.send(
                Step.ADVANCE,
                StepNote.advance(id, ConsignmentState.COMPLETE),
                () -> {},
                () -> remote.counts().complete(id, items.figures()),
                () -> desk.audit(actor, "count completed", subject, "consignment " + id + ", " + details));
    }

    void cancel(ExternalId id) {
        writes.send(
                Step.CANCEL,
                StepNote.about(id),
                () -> {},
                () -> remote.sink().cancel(id),
                () -> desk.audit(actor, "count called off", subject, "consignment " + id));
    }

    private boolean send(Step step, StepNote note, Runnable call) {
        return writes.send(step, note, () -> {}, call, () -> {});
    }
}
