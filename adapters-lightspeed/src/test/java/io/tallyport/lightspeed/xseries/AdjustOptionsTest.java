package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustOptionsTest {

    private static final String ONE = "00000000-0183-11e9-f000-000000000001";
    private static final String OTHER = "00000000-0183-11e9-f000-000000000002";

    @Test
    void nothingSaidIsNoReasonsADatedVersionAndTwoMinutes() {
        assertThat(AdjustOptions.from(Map.of()))
                .isEqualTo(new AdjustOptions(new ApiVersion("2026-07"), Optional.empty(), Duration.ofMinutes(2)));
    }

    @Test
    void theSignChoosesTheReason() {
        AdjustOptions options = AdjustOptions.from(Map.of(
                "adjust-reason-in",
                ONE,
                "adjust-reason-out",
                OTHER,
                "api-version.adjustments",
                "2026-01",
                "adjust-settle-seconds",
                "0"));

        AdjustOptions.Reasons reasons = options.reasons().orElseThrow();
        assertThat(reasons.of(1)).isEqualTo(ONE);
        assertThat(reasons.of(-1)).isEqualTo(OTHER);
        assertThat(options.version()).isEqualTo(new ApiVersion("2026-01"));
        assertThat(options.settle()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "api-version.adjustments, 2.0, from 2026-01 on",
        "api-version.adjustments, 2025-10, from 2026-01 on",
        "adjust-reason-in, DAMAGE, id of a custom adjustment reason",
        "adjust-reason-in, " + ONE + ", together with",
        "adjust-settle-seconds, 90000, from 0 to 86400",
        "adjust-settle-seconds, -1, from 0 to 86400"
    })
    void whatCannotBeIsNamed(String option, String value, String told) {
        assertThatThrownBy(() -> AdjustOptions.from(Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Test
    void oneReasonCannotDoBoth() {
        assertThatThrownBy(() -> AdjustOptions.from(Map.of("adjust-reason-in", ONE, "adjust-reason-out", ONE)))
                .hasMessageContaining("two different reasons");
    }
}
