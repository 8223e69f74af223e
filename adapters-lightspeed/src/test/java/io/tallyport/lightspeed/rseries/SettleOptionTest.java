package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettleOptionTest {

    @Test
    void twoMinutesUnlessItSaysOtherwise() {
        assertThat(SettleOption.from(Map.of()).time()).isEqualTo(Duration.ofMinutes(2));
        assertThat(SettleOption.from(Map.of("adjust-settle-seconds", "5")).time())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> SettleOption.from(Map.of("adjust-settle-seconds", "soon")))
                .hasMessageContaining("from 0 to 86400");
    }
}
