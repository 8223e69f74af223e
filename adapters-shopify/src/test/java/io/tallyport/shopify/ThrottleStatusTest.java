package io.tallyport.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThrottleStatusTest {

    @ParameterizedTest
    @CsvSource({"2000,1988,100", "2000.0,1988.0,100.0"})
    void numbersMayBeWholeOrDecimal(String maximum, String available, String rate) {
        String cost = "{\"throttleStatus\":{\"maximumAvailable\":" + maximum + ",\"currentlyAvailable\":" + available
                + ",\"restoreRate\":" + rate + "}}";
        assertThat(ThrottleStatus.of(Recorded.tree(cost))).contains(new ThrottleStatus(2000, 1988, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}",
                "12",
                "{\"throttleStatus\":{\"maximumAvailable\":2000,\"currentlyAvailable\":5,\"restoreRate\":0}}",
                "{\"throttleStatus\":{\"maximumAvailable\":2000,\"currentlyAvailable\":5}}"
            })
    void whatMakesNoSenseIsNoStatus(String cost) {
        assertThat(ThrottleStatus.of(Recorded.tree(cost))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"431,31,100,4000", "100,99.5,100,100", "50,60,100,100", "1000,0,50,20000", "431,30,100,4010"})
    void theWaitIsWhatIsMissingOverTheRestoreRate(double requested, double available, double rate, long millis) {
        Optional<ThrottleStatus> status = Optional.of(new ThrottleStatus(2000, available, rate));
        assertThat(ThrottleStatus.delay(status, OptionalDouble.of(requested))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void withoutAStatusItIsASecond() {
        assertThat(ThrottleStatus.delay(Optional.empty(), OptionalDouble.of(5))).isEqualTo(Duration.ofSeconds(1));
        assertThat(ThrottleStatus.delay(Optional.of(new ThrottleStatus(1, 1, 1)), OptionalDouble.empty()))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
