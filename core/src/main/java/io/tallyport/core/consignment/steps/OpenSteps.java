package io.tallyport.core.consignment.steps;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Settles the writes of an owner whose outcome is not known: a process ended in the middle, or an answer did not come. Each is proven
 * by what stands at the platform; what is not there may still come for a while, so where doing it again would do harm it is waited for.
 */
public final class OpenSteps {

    private final StepWrites writes;
    private final ConsignmentSource source;
    private final Duration underWay;
    private final Instant now;
    private final Predicate<Made> mustWait;

    /**
     * For one owner.
     *
     * @param underWay how long after a call its effect may still come about although no answer did
     * @param mustWait which are waited for that long where nothing is seen of them
     */
    public OpenSteps(
            StepWrites writes, ConsignmentSource source, Duration underWay, Instant now, Predicate<Made> mustWait) {
        this.writes = writes;
        this.source = source;
        this.underWay = underWay;
        this.now = now;
        this.mustWait = mustWait;
    }

    /**
     * Settles all.
     *
     * @param kind of consignments whose create does not say it
     * @param reference that they bear
     * @throws Pause until an answer can no longer be under way
     */
    public void settle(ConsignmentKind kind, String reference) {
        for (Optional<Made> open = writes.firstOpen(); open.isPresent(); open = writes.firstOpen()) {
            Made one = open.get();
            if (isProven(kind, reference, one)) {
                writes.settle(one, IntentState.APPLIED, Made.SEEN);
                continue;
            }
            if (mustWait.test(one) && now.isBefore(one.over(underWay))) {
                throw Pause.until(
                        one.over(underWay),
                        one.step().operation() + " of " + one.intent().recordedAt()
                                + " had no answer and may still arrive");
            }
            writes.settle(one, IntentState.NOT_APPLIED, Made.lost(one.intent().detail()));
        }
    }

    private boolean isProven(ConsignmentKind kind, String reference, Made one) {
        if (one.step() == Step.CREATE) {
            ExternalId outlet = one.note()
                    .outlet()
                    .orElseThrow(() -> new IllegalStateException(one.intent().id() + " names no outlet"));
            return source.withReference(one.note().kind().orElse(kind), outlet, reference).stream()
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
