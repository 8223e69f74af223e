package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.steps.Made;
import io.tallyport.core.consignment.steps.OpenSteps;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepNote;
import io.tallyport.core.consignment.steps.StepWrites;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The writes of one order: stored only while the order has the revision that the worker saw. */
final class OrderWrites {

    private final OrderBook book;
    private final StepWrites steps;

    OrderWrites(IntentJournal journal, OrderBook book, PurchaseOrder order, String run) {
        this.book = book;
        this.steps = new StepWrites(
                journal,
                book.stores().unitOfWork(),
                book::now,
                new StepWrites.Owner(
                        "po:" + order.id(),
                        order.connection(),
                        PurchaseErrors.REFUSED,
                        operation -> PurchaseErrors.changed(operation, order.id())),
                run);
    }

    Stream<Made> all() {
        return steps.all();
    }

    Stream<Made> all(Step step) {
        return steps.all(step);
    }

    /** Whether somebody else has stored a write for the order since it was looked at. */
    boolean areOutrun() {
        return steps.areOutrun();
    }

    /** The number that the next write gets. */
    int nextNumber() {
        return steps.nextNumber();
    }

    /** What can be sent twice, or into a consignment that is given up then, need not be waited for. */
    void settleOpen(PurchaseOrder order, ConsignmentSource source, Duration underWay) {
        new OpenSteps(
                        steps,
                        source,
                        underWay,
                        book.now(),
                        made -> made.step() == Step.CREATE || made.step() == Step.RECEIVE_LINE)
                .settle(order.kind(), order.id().value());
    }

    /**
     * Stores, sends and settles a write, as {@link StepWrites#send} does.
     *
     * @throws PortException.Conflict when somebody else wrote for the order, or changed it, since it was looked at
     */
    <T> Optional<T> send(PurchaseOrder seen, Step step, StepNote note, Supplier<T> call, Consumer<T> done) {
        return steps.send(step, note, () -> check(seen, step), call, done);
    }

    /** A write that answers nothing; false when it is open. */
    boolean send(PurchaseOrder seen, Step step, StepNote note, Runnable call) {
        return steps.send(step, note, () -> check(seen, step), call, () -> {});
    }

    private void check(PurchaseOrder seen, Step step) {
        if (book.require(seen.id()).revision() != seen.revision()) {
            throw PurchaseErrors.changed(step.operation(), seen.id());
        }
    }
}
