package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.remote.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsignmentMapperTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN,OPEN",
        "sent,SENT",
        "DISPATCHED,DISPATCHED",
        "RECEIVED,RECEIVED",
        "CANCELLED,CANCELLED",
        "CLOSED,CLOSED",
        "STOCKTAKE,SCHEDULED",
        "STOCKTAKE_SCHEDULED,SCHEDULED",
        "STOCKTAKE_IN_PROGRESS,IN_PROGRESS",
        "STOCKTAKE_IN_PROGRESS_PROCESSED,IN_PROGRESS_PROCESSED",
        "STOCKTAKE_COMPLETE,COMPLETE",
        "ON_THE_MOON,UNKNOWN"
    })
    void statesAreRead(String word, ConsignmentState state) {
        assertThat(ConsignmentMapper.status(word).state()).isEqualTo(state);
        assertThat(ConsignmentMapper.status(word).raw()).isEqualTo(word);
    }

    @Test
    void aStateThatIsMissingIsUnknown() {
        assertThat(ConsignmentMapper.status(null).state()).isEqualTo(ConsignmentState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"SENT,SENT", "CANCELLED,CANCELLED", "SCHEDULED,STOCKTAKE_SCHEDULED", "COMPLETE,STOCKTAKE_COMPLETE"})
    void statesAreWritten(ConsignmentState state, String word) {
        assertThat(ConsignmentMapper.word(state)).isEqualTo(word);
    }

    @Test
    void aKindThatNobodyKnowsIsPassedOver() {
        assertThat(ConsignmentMapper.kind("supplier")).contains(ConsignmentKind.SUPPLIER);
        assertThat(ConsignmentMapper.kind("GIFT")).isEmpty();
        assertThat(ConsignmentMapper.kind(null)).isEmpty();
    }

    @Test
    void numbersAreReadAsTheyAreWritten() {
        assertThat(read(line("A", "10.00000", "0.00000", "12.34560", "1")))
                .containsExactly(new ConsignmentLine(
                        new ExternalId("A"),
                        Quantity.of(10),
                        Optional.empty(),
                        Optional.of(UnitCost.parse("12.3456"))));
        assertThatThrownBy(() -> read(line("A", "ten", null, null, "1"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(line(null, "1", null, null, "1"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aLineThatNobodyOrderedHasNoneOrdered() {
        assertThat(read(line("A", null, "2", null, "1")).get(0).ordered()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aLineThatChangedBetweenTwoPagesCountsOnceAndTwoLinesOfOneProductAddUp() {
        List<ConsignmentLine> lines = read(
                line("A", "10", null, null, "1"),
                line("B", "1", null, null, "2"),
                line("A", "11", null, null, "1"),
                line("B", "5", "2", null, "3"));

        assertThat(lines).extracting(ConsignmentLine::ordered).containsExactly(Quantity.of(11), Quantity.of(6));
        assertThat(lines.get(1).received()).contains(Quantity.of(2));
    }

    @Test
    void aDeletedLineIsNone() {
        assertThat(read(new ConsignmentWire.Line("A", "10", null, null, "1", "2026-03-01T12:00:00Z", 5L)))
                .isEmpty();
    }

    private static List<ConsignmentLine> read(ConsignmentWire.Line... lines) {
        return ConsignmentMapper.lines(List.of(lines), false);
    }

    private static ConsignmentWire.Line line(
            @Nullable String product,
            @Nullable String count,
            @Nullable String received,
            @Nullable String cost,
            String created) {
        return new ConsignmentWire.Line(product, count, received, cost, created, null, 5L);
    }
}
