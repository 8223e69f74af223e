package io.tallyport.core.consignment.steps;

import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The writes of one owner: each is stored before it is sent and settled after, and each has the next number. Who stores one has seen
 * all before it, since of two who take the same number one is refused: so two workers on one owner never write side by side without
 * knowing of each other. Not thread-safe; each worker has its own.
 */
public final class StepWrites {

    private final IntentJournal journal;
    private final UnitOfWork unitOfWork;
    private final Supplier<Instant> now;
    private final Owner owner;
    private final String run;
    private final List<Made> made = new ArrayList<>();

    /**
     * Whose writes they are.
     *
     * @param name as intents have it
     * @param refused what it is called that the platform refuses one
     * @param changed the failure that somebody else was faster, by the operation
     */
    public record Owner(
            String name,
            ConnectionId connection,
            ErrorCode refused,
            Function<String, PortException.Conflict> changed) {}

    /**
     * Reads what was written before.
     *
     * @param now the time as it is stored
     * @param run who writes
     */
    public StepWrites(IntentJournal journal, UnitOfWork unitOfWork, Supplier<Instant> now, Owner owner, String run) {
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.now = now;
        this.owner = owner;
        this.run = run;
        journal.ofOwner(owner.name()).forEach(intent -> made.add(Made.of(intent)));
    }

    public Stream<Made> all() {
        return made.stream();
    }

    public Stream<Made> all(Step step) {
        return made.stream().filter(one -> one.step() == step);
    }

    public Optional<Made> firstOpen() {
        return made.stream().filter(Made::isOpen).findFirst();
    }

    /** Whether somebody else has stored a write since these were read. */
    public boolean areOutrun() {
        return journal.ofOwner(owner.name()).size() != made.size();
    }

    /** The number that the next write gets. */
    public int nextNumber() {
        return made.stream().mapToInt(one -> one.intent().chunk()).max().orElse(0) + 1;
    }

    private Made begin(Step step, StepNote note, Runnable check) {
        Intent intent = Intent.of(
                owner.name(), nextNumber(), 1, run, owner.connection(), step.operation(), note.text(), now.get());
        unitOfWork.inOne(() -> {
            check.run();
            journal.record(intent);
        });
        Made stored = Made.of(intent);
        made.add(stored);
        return stored;
    }

    public void settle(Made one, IntentState outcome, String detail) {
        journal.settle(one.intent().id(), outcome, detail);
        made.set(made.indexOf(one), Made.of(one.intent().settled(outcome, detail)));
    }

    /**
     * Stores, sends and settles a write, with what belongs to the same moment in the same unit of work.
     *
     * @param check runs in the unit of work that stores it, and may throw
     * @param call sends it
     * @param done what else is stored when it was answered, by what it answered
     * @return empty when no answer came that says what it did; it is open then
     * @throws PortException.Conflict when somebody else wrote for the owner since it was looked at
     * @throws Pause when the platform refuses it
     */
    public <T> Optional<T> send(Step step, StepNote note, Runnable check, Supplier<T> call, Consumer<T> done) {
        Made one = begin(step, note, check);
        T answer;
        try {
            answer = call.get();
        } catch (PortException failure) {
            failed(one, failure);
            return Optional.empty();
        }
        unitOfWork.inOne(() -> {
            if (!journal.settle(one.intent().id(), IntentState.APPLIED, String.valueOf(answer))) {
                // Another worker took us for dead, and has gone on from there.
                throw owner.changed().apply(step.operation());
            }
            done.accept(answer);
        });
        made.set(made.indexOf(one), Made.of(one.intent().settled(IntentState.APPLIED, String.valueOf(answer))));
        return Optional.of(answer);
    }

    /** A write that answers nothing; false when it is open. */
    public boolean send(Step step, StepNote note, Runnable check, Runnable call, Runnable done) {
        return send(
                        step,
                        note,
                        check,
                        () -> {
                            call.run();
                            return "";
                        },
                        answer -> done.run())
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
                throw Pause.held(owner.refused(), failure.describe());
            }
        }
    }
}
