package io.tallyport.core.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ConsignmentSink} and {@link ConsignmentLineSink} keeps to. */
public interface ConsignmentSinkContract {

    ConsignmentsUnderTest platform();

    private NewConsignment head(String mark) {
        return new NewConsignment(
                ConsignmentKind.SUPPLIER,
                platform().outlet(),
                Optional.empty(),
                Optional.of(platform().supplier()),
                "PO-1",
                "",
                mark);
    }

    private ExternalId create() {
        return platform().sink().create(head("m1"));
    }

    private LineOrder line(int item, long ordered, String cost) {
        return new LineOrder(platform().item(item), Quantity.of(ordered), Optional.of(UnitCost.parse(cost)));
    }

    private Consignment read(ExternalId id) {
        return platform().source().read(id).orElseThrow();
    }

    private void says(ExternalId id, LineOrder line) {
        assertThat(read(id).line(line.product()).filter(line::isIn))
                .as("%s in %s", line, read(id))
                .isPresent();
    }

    private ExternalId sent() {
        ExternalId id = create();
        platform().lines().set(id, line(0, 4, "1.25"));
        platform().sink().advance(id, ConsignmentState.SENT);
        return id;
    }

    @Test
    default void aNewOneIsOpenAndEmpty() {
        ExternalId id = create();

        assertThat(read(id).state()).isEqualTo(ConsignmentState.OPEN);
        assertThat(read(id).lines()).isEmpty();
    }

    @Test
    default void aLineIsSetHoweverOften() {
        ExternalId id = create();

        platform().lines().set(id, line(0, 4, "1.25"));
        platform().lines().set(id, line(0, 4, "1.25"));
        says(id, line(0, 4, "1.25"));
        platform().lines().set(id, line(0, 7, "1.5"));
        platform().lines().set(id, line(0, 7, "1.5"));

        says(id, line(0, 7, "1.5"));
        assertThat(read(id).lines()).hasSize(1);
    }

    @Test
    default void aLineIsSetToNothing() {
        ExternalId id = create();
        platform().lines().set(id, line(0, 4, "1.25"));

        platform().lines().set(id, line(0, 0, "1.25"));

        assertThat(read(id).line(platform().item(0))
                        .map(ConsignmentLine::ordered)
                        .orElse(Quantity.ZERO))
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    default void aLineOfASentOneIsStillSet() {
        ExternalId id = sent();

        platform().lines().set(id, line(0, 9, "1.25"));
        platform().lines().set(id, line(1, 2, "3"));

        says(id, line(0, 9, "1.25"));
        says(id, line(1, 2, "3"));
        assertThat(read(id).state()).isEqualTo(ConsignmentState.SENT);
    }

    @Test
    default void manyLinesAtOnceAccumulate() {
        Assumptions.assumeTrue(platform().source().abilities().bulkLines() > 0, "the platform adds no lines in bulk");
        ExternalId id = create();

        platform().lines().add(id, List.of(line(0, 4, "1.25"), line(1, 2, "3")));
        says(id, line(0, 4, "1.25"));
        says(id, line(1, 2, "3"));
        platform().lines().add(id, List.of(line(0, 4, "1.25")));

        says(id, line(0, 8, "1.25"));
        says(id, line(1, 2, "3"));
    }

    @Test
    default void sendingChangesTheStateAndNothingElse() {
        ExternalId id = sent();

        Consignment there = read(id);
        assertThat(there.state()).isEqualTo(ConsignmentState.SENT);
        assertThat(there.header().reference()).contains("PO-1");
        assertThat(there.header().supplier()).contains(platform().supplier());
        assertThat(NewConsignment.bears(there.header(), "m1")).isTrue();
        says(id, line(0, 4, "1.25"));
        platform().sink().advance(id, ConsignmentState.SENT);
        assertThat(read(id).state()).isEqualTo(ConsignmentState.SENT);
    }

    @Test
    default void anEmptyOneIsNotSent() {
        ExternalId id = create();

        assertThatThrownBy(() -> platform().sink().advance(id, ConsignmentState.SENT))
                .isInstanceOf(PortException.Rejected.class);

        assertThat(read(id).state()).isEqualTo(ConsignmentState.OPEN);
    }

    @Test
    default void whatWasReceivedIsSetHoweverOftenAndBringsItOn() {
        Assumptions.assumeTrue(platform().source().abilities().receiveLines(), "the platform takes no receipts");
        ExternalId id = sent();

        platform().lines().receive(id, platform().item(0), Quantity.of(3));
        platform().lines().receive(id, platform().item(0), Quantity.of(3));

        ConsignmentLine line = read(id).line(platform().item(0)).orElseThrow();
        assertThat(line.received()).contains(Quantity.of(3));
        assertThat(line.ordered()).isEqualTo(Quantity.of(4));
        assertThat(read(id).state().isAtLeast(ConsignmentState.SENT)).isTrue();
    }

    @Test
    default void oneThatIsBeyondIsNotSentBack() {
        Assumptions.assumeTrue(platform().source().abilities().receiveLines(), "the platform takes no receipts");
        ExternalId id = sent();
        platform().lines().receive(id, platform().item(0), Quantity.of(3));
        ConsignmentState before = read(id).state();

        platform().sink().advance(id, ConsignmentState.SENT);

        assertThat(read(id).state()).isEqualTo(before);
    }

    @Test
    default void orderedQuantitiesOfOneThatArrivesStandFast() {
        Assumptions.assumeTrue(platform().source().abilities().receiveLines(), "the platform takes no receipts");
        ExternalId id = sent();
        platform().lines().receive(id, platform().item(0), Quantity.of(3));
        Assumptions.assumeTrue(read(id).state() == ConsignmentState.DISPATCHED, "it stays as it is there");

        assertThatThrownBy(() -> platform().lines().set(id, line(0, 9, "1.25")))
                .isInstanceOf(PortException.Conflict.class);

        ConsignmentLine there = read(id).line(platform().item(0)).orElseThrow();
        assertThat(there.ordered()).isEqualTo(Quantity.of(4));
        assertThat(there.received()).contains(Quantity.of(3));
    }

    @Test
    default void oneThatHasCompletedStaysSo() {
        Assumptions.assumeTrue(platform().source().abilities().complete(), "a person completes it there");
        ExternalId id = sent();
        platform().lines().receive(id, platform().item(0), Quantity.of(3));

        platform().sink().advance(id, ConsignmentState.RECEIVED);
        platform().sink().advance(id, ConsignmentState.RECEIVED);

        assertThat(read(id).state()).isEqualTo(ConsignmentState.RECEIVED);
        assertThatThrownBy(() -> platform().sink().cancel(id)).isInstanceOf(PortException.Conflict.class);
        assertThat(read(id).state()).isEqualTo(ConsignmentState.RECEIVED);
    }

    @Test
    default void callingOffTwiceIsCallingOff() {
        Assumptions.assumeTrue(platform().source().abilities().cancel(), "a person calls it off there");
        ExternalId id = sent();

        platform().sink().cancel(id);
        platform().sink().cancel(id);

        assertThat(platform().source().read(id).filter(there -> there.header().isLive()))
                .isEmpty();
    }

    @Test
    default void deletingTwiceIsDeleting() {
        Assumptions.assumeTrue(platform().source().abilities().delete(), "the platform deletes none");
        ExternalId id = create();

        platform().sink().delete(id);
        platform().sink().delete(id);

        assertThat(platform().source().read(id).filter(there -> there.header().isLive()))
                .isEmpty();
    }

    @Test
    default void oneThatWasSentIsNotDeleted() {
        Assumptions.assumeTrue(platform().source().abilities().delete(), "the platform deletes none");
        ExternalId id = sent();

        assertThatThrownBy(() -> platform().sink().delete(id)).isInstanceOf(PortException.Conflict.class);

        assertThat(read(id).state()).isEqualTo(ConsignmentState.SENT);
    }

    @Test
    default void aCreateWithoutAnAnswerIsUnknownAndDoneOnce() {
        Assumptions.assumeTrue(platform().loseNextAnswer(), "a lost answer cannot be staged here");

        assertThatThrownBy(() -> platform().sink().create(head("m9"))).isInstanceOf(PortException.UnknownOutcome.class);

        assertThat(platform()
                        .source()
                        .withReference(ConsignmentKind.SUPPLIER, platform().outlet(), "PO-1"))
                .hasSize(1)
                .allMatch(header -> NewConsignment.bears(header, "m9"));
    }

    @Test
    default void linesAtOnceWithoutAnAnswerAreUnknownAndAddedOnce() {
        Assumptions.assumeTrue(platform().source().abilities().bulkLines() > 0, "the platform adds no lines in bulk");
        ExternalId id = create();
        Assumptions.assumeTrue(platform().loseNextAnswer(), "a lost answer cannot be staged here");

        assertThatThrownBy(() -> platform().lines().add(id, List.of(line(0, 4, "1.25"), line(1, 2, "3"))))
                .isInstanceOf(PortException.UnknownOutcome.class);

        says(id, line(0, 4, "1.25"));
        says(id, line(1, 2, "3"));
    }
}
