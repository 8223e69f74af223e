package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderMapperTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,false,OPEN",
                "2026-03-01T12:00:00+00:00,-,false,SENT",
                "2026-03-01T12:00:00+00:00,2026-03-02T12:00:00+00:00,false,DISPATCHED",
                "2026-03-01T12:00:00+00:00,2026-03-02T12:00:00+00:00,true,RECEIVED",
                "-,-,-,OPEN"
            })
    void theStateIsReadOffTheDates(
            @Nullable String ordered, @Nullable String received, @Nullable String complete, ConsignmentState state) {
        assertThat(OrderMapper.state(new OrderWire("1", "1", "1", "", ordered, received, complete, "false", "")))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"PO-1 [m-1],PO-1", "PO-1,PO-1", "PO [x] 1,PO [x] 1", "PO [x] [m1],PO [x]"})
    void theReferenceStandsBeforeTheMark(String number, String reference) {
        assertThat(header(number).reference()).contains(reference);
        assertThat(header(number).note()).isEqualTo(number);
    }

    @Test
    void noVendorAndNoNumberAreNone() {
        assertThat(header("").reference()).isEmpty();
        assertThat(header("").supplier()).isEmpty();
    }

    @Test
    void severalLinesOfAnItemAreOne() {
        List<ConsignmentLine> lines = OrderMapper.lines(
                List.of(
                        new OrderWire.Line("1", "7", "0", "9", "0", "0"),
                        new OrderWire.Line("2", "7", "4", "2.5", "1", "2")),
                false);

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.ordered()).isEqualTo(Quantity.of(4));
            assertThat(line.received()).contains(Quantity.of(3));
            assertThat(line.cost()).contains(UnitCost.parse("2.5"));
        });
    }

    private static ConsignmentHeader header(String number) {
        return OrderMapper.header(new OrderWire("1", "1", "0", number, null, null, "false", "false", "t"));
    }
}
