package io.tallyport.core.purchasing.sync;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The writes of one order: each is stored before it is sent and settled after, and each has the next number. Who stores one has seen
 * all before it, since of two who take the same number one is refused: so two workers on one order never write side by side without
 * knowing of each other.
 */
final class OrderWrites {

    private final IntentJournal journal;
    private final OrderBook book;
    private final PurchaseOrderId order;
    private final String run;
    private final List<Made> made = new ArrayList<>();

    OrderWrites(IntentJournal journal, OrderBook book, PurchaseOrderId order, String run) {
        this.journal = journal;
        this.book = book;
        this.order = order;
        this.run = run;
        journal.ofOwner(owner(order)).forEach(intent -> made.add(Made.of(intent)));
    }

    /** Whose intents they are. */
    static String owner(PurchaseOrderId order) {
        return "po:" + order;
    }

    Stream<Made> all() {
        return made.stream();
    }

    Stream<Made> all(Step step) {
        return made.stream().filter(one -> one.step() == step);
    }

    Optional<Made> firstOpen() {
        return made.stream().filter(Made::isOpen).findFirst();
    }

    /** The number that the next write gets. */
    int nextNumber() {
        return made.stream().mapToInt(one -> one.intent().chunk()).max().orElse(0) + 1;
    }

    /**
     * Stores a write.
     *
     * @throws PortException.Conflict when somebody else wrote for the order, or changed it, since it was looked at
     */
    Made begin(PurchaseOrder seen, Step step, StepNote note) {
        Intent intent = Intent.of(
                owner(order), nextNumber(), 1, run, seen.connection(), step.operation(), note.text(), book.now());
        book.stores().unitOfWork().inOne(() -> {
            if (book.require(order).revision() != seen.revision()) {
                throw PurchaseErrors.changed(step.operation(), order);
            }
            journal.record(intent);
        });
        Made stored = Made.of(intent);
        made.add(stored);
        return stored;
    }

    void settle(Made one, IntentState outcome, String detail) {
        journal.settle(one.intent().id(), outcome, detail);
        made.set(made.indexOf(one), Made.of(one.intent().settled(outcome, detail)));
    }

    /**
     * Stores, sends and settles a write, with what belongs to the same moment in the same unit of work.
     *
     * @param call sends it
     * @param done what else is stored when it was answered, by what it answered
     * @return empty when no answer came that says what it did; it is open then
     */
    <T> Optional<T> send(PurchaseOrder seen, Step step, StepNote note, Supplier<T> call, Consumer<T> done) {
        Made one = begin(seen, step, note);
        T answer;
        try {
            answer = call.get();
        } catch (PortException failure) {
            failed(one, failure);
            return Optional.empty();
        }
        book.stores().unitOfWork().inOne(() -> {
            if (!journal.settle(one.intent().id(), IntentState.APPLIED, String.valueOf(answer))) {
                // Another worker took us for dead, and has gone on from there.
                throw PurchaseErrors.changed(step.operation(), order);
            }
            done.accept(answer);
        });
        made.set(made.indexOf(one), Made.of(one.intent().settled(IntentState.APPLIED, String.valueOf(answer))));
        return Optional.of(answer);
    }

    /** A write that answers nothing; false when it is open. */
    boolean send(PurchaseOrder seen, Step step, StepNote note, Runnable call) {
        return send(
                        seen,
                        step,
                        note,
                        () -> {
                            call.run();
                            return "";
                        },
                        answer -> {})
                .isPresent();
    }

    private void failed(Made one, PortException failure) {
        switch (failure.kind()) {
            case UNKNOWN_OUTCOME, PROTOCOL -> settle(one, IntentState.UNKNOWN, failure.describe());
            case TRANSIENT, CONFLICT, AUTHENTICATION -> {
                settle(one, IntentState.NOT_APPLIED, failure.describe());
                throw failure;
            }
            case REJECTED -> {
                settle(one, IntentState.NOT_APPLIED, failure.describe());
                if (WriteGate.refused(failure)) {
                    throw failure;
                }
                throw Pause.held(PurchaseErrors.REFUSED, failure.describe());
            }
        }
    }
}
