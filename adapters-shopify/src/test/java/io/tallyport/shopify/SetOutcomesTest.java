package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.SetOutcome.LineProblem;
import io.tallyport.core.inventory.SetOutcome.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SetOutcomesTest {

    private static SetOutcome of(String body) throws JsonProcessingException {
        Wire.SetData data = ShopifyClient.MAPPER.treeToValue(Recorded.tree(body).path("data"), Wire.SetData.class);
        return SetOutcomes.of(data.inventorySetQuantities(), 3);
    }

    private static String at(int line) {
        return "[\"input\",\"quantities\",\"" + line + "\",\"quantity\"]";
    }

    @Test
    void aGroupMeansThatAllLinesAreSet() throws JsonProcessingException {
        assertThat(of(Recorded.applied()).status()).isEqualTo(Status.APPLIED);
        assertThat(of(Recorded.applied()).vendorReference()).contains("gid://shopify/InventoryAdjustmentGroup/9");
    }

    @Test
    void noGroupAndNoErrorsMeansThatNothingChanged() throws JsonProcessingException {
        assertThat(of(Recorded.set("null")).status()).isEqualTo(Status.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[\"input\",\"quantities\",\"1\",\"changeFromQuantity\"]", "[\"input\"]"})
    void aStaleCompareIsStaleWhereverItPoints(String field) throws JsonProcessingException {
        for (String code : new String[] {"CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE"}) {
            SetOutcome outcome = of(Recorded.set("null", Recorded.userError(field, code)));
            assertThat(outcome).isEqualTo(SetOutcome.of(Status.STALE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_INVENTORY_ITEM,ITEM_GONE,SH008",
        "INVALID_LOCATION,LOCATION_GONE,SH007",
        "INVALID_QUANTITY_NEGATIVE,OUT_OF_RANGE,SH003",
        "INVALID_QUANTITY_TOO_HIGH,OUT_OF_RANGE,SH003",
        "INVALID_QUANTITY_TOO_LOW,OUT_OF_RANGE,SH003",
        "ITEM_NOT_STOCKED_AT_LOCATION,NOT_STOCKED_AT_LOCATION,SH003",
        "NON_MUTABLE_INVENTORY_ITEM,REFUSED,SH003",
        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR,REFUSED,SH003",
        "A_CODE_OF_NEXT_YEAR,REFUSED,SH003"
    })
    void aRefusedLineGetsItsReason(String code, Reason reason, String ours) throws JsonProcessingException {
        SetOutcome outcome = of(Recorded.set("null", Recorded.userError(at(1), code)));
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.code().code()).isEqualTo(ours);
            assertThat(problem.message()).isEqualTo("words");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[\"input\",\"reason\"]",
                "[\"input\",\"quantities\"]",
                "[\"input\",\"quantities\",\"x\"]",
                "[\"input\",\"quantities\",\"3\"]"
            })
    void aRefusalWithoutALineNamesNone(String field) throws JsonProcessingException {
        assertThat(of(Recorded.set("null", Recorded.userError(field, "INVALID_REASON"))))
                .isEqualTo(SetOutcome.refused(List.of()));
    }

    @Test
    void aRefusedLineWinsOverAStaleOne() throws JsonProcessingException {
        SetOutcome outcome = of(Recorded.set(
                "null",
                Recorded.userError(at(0), "CHANGE_FROM_QUANTITY_STALE"),
                Recorded.userError(at(2), "INVALID_INVENTORY_ITEM")));
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.problems()).extracting(LineProblem::line).containsExactly(2);
    }

    @Test
    void aCodeThatIsNullIsARefusal() throws JsonProcessingException {
        String error = "{\"field\":" + at(0) + ",\"message\":\"no\",\"code\":null}";
        assertThat(of(Recorded.set("null", error)).problems())
                .extracting(LineProblem::reason)
                .containsExactly(Reason.REFUSED);
    }
}
