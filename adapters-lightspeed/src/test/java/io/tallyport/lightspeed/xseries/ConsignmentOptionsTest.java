package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsignmentOptionsTest {

    @Test
    void defaultsAreTheVendorsOwnForm() {
        assertThat(ConsignmentOptions.from(Map.of()))
                .isEqualTo(new ConsignmentOptions(ApiVersion.TWO, 1000, false, 500, new ApiVersion("2026-07")));
    }

    @Test
    void allCanBeSet() {
        assertThat(ConsignmentOptions.from(Map.of(
                        "api-version.consignments", "2026-07",
                        "page-size.consignments", "50",
                        "consignment-body", "wrapped",
                        "consignment-bulk-lines", "0",
                        "api-version.webhooks", "2.0")))
                .isEqualTo(new ConsignmentOptions(new ApiVersion("2026-07"), 50, true, 0, ApiVersion.TWO));
    }

    @ParameterizedTest
    @CsvSource({
        "api-version.consignments,1.0",
        "page-size.consignments,0",
        "consignment-body,round",
        "consignment-bulk-lines,501",
        "consignment-bulk-lines,-1"
    })
    void whatCannotBeIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> ConsignmentOptions.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
