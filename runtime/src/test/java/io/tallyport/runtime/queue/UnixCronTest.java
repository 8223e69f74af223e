package io.tallyport.runtime.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnixCronTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final UnixCron cron = new UnixCron();

    private List<String> next(String expression, ZoneId zone, String after, int times) {
        List<String> found = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int i = 0; i < times; i++) {
            at = cron.next(expression, zone, at).orElseThrow();
            found.add(at.toString());
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "15 3 * * *; 2026-01-01T03:14:59.999Z; 2026-01-01T03:15:00Z",
                "15 3 * * *; 2026-01-01T03:15:00Z; 2026-01-02T03:15:00Z",
                "*/5 * * * *; 2026-01-01T00:04:00Z; 2026-01-01T00:05:00Z",
                "0 9-17/4 * * 1-5; 2026-11-20T17:30:00Z; 2026-11-23T09:00:00Z",
                "0 0 29 2 *; 2026-01-01T00:00:00Z; 2028-02-29T00:00:00Z",
                "0 0 * * 0; 2026-11-21T00:00:00Z; 2026-11-22T00:00:00Z",
                "0 0 * * 7; 2026-11-21T00:00:00Z; 2026-11-22T00:00:00Z",
                "0 12 13 * 5; 2026-11-21T00:00:00Z; 2026-11-27T12:00:00Z",
                "0 0 1 1,7 *; 2026-11-21T00:00:00Z; 2027-01-01T00:00:00Z"
            })
    void theNextTimeIsTheFirstAfter(String expression, String after, String next) {
        assertThat(next(expression, ZoneOffset.UTC, after, 1)).containsExactly(next);
    }

    @Test
    void aTimeThatDaylightSavingSkipsIsLeftOut() {
        assertThat(next("30 2 * * *", BERLIN, "2026-03-28T00:00:00Z", 2))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatDaylightSavingRepeatsComesOnce() {
        assertThat(next("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(next("*/20 * * * *", BERLIN, "2026-10-25T00:39:00Z", 2))
                .containsExactly("2026-10-25T00:40:00Z", "2026-10-25T02:00:00Z");
        assertThat(next("*/20 * * * *", BERLIN, "2026-10-25T01:25:00Z", 1)).containsExactly("2026-10-25T02:00:00Z");
    }

    @Test
    void whatNeverComesIsEmpty() {
        assertThat(cron.next("0 0 30 2 *", ZoneOffset.UTC, Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "* * * *", "60 * * * *", "0 0 * * * *", "0 24 * * *", "0 0 * 13 *"})
    void whatIsNoExpressionIsRefusedWithTheForm(String expression) {
        assertThatThrownBy(() -> cron.next(expression, ZoneOffset.UTC, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + expression + "\"")
                .hasMessageContaining("minute, hour, day of month, month and day of week");
    }
}
