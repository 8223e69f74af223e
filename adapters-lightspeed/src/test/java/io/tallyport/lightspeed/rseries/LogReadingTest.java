package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReadingTest {

    /** {@code s-1} is a sale of one, {@code -1} a figure that was set one lower. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "-3, -3, -3",
                "s-1 -2, -3, -2",
                "-3 s-1, -3, -3",
                "s-1 s-2 0.5, -2.5, 0.5",
                "s-5 s-1 -2, -3, -2",
                "s-1 3, 2, 3",
                "s-1, -1, none",
                "'', -1, none",
                "-7, -3, none",
                "-3 -3, -3, -3",
                "-3 -2 s-1, -3, -3"
            })
    void ourChangeIsTheWantedOneButForWhatMovedRightBefore(String log, String wanted, String ours) {
        assertThat(LogReading.ours(entries(log), Quantity.parse(wanted)).map(Quantity::toString))
                .isEqualTo(Optional.ofNullable(ours));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "-4, 0, -9, -4",
                "s-1 -4 s-2, -2, -9, -4",
                "-4, 1, -9, none",
                "-4 -4, 0, -9, none",
                "4, 0, -9, none",
                "-9, 0, -4, none",
                "s-4, 0, -9, none"
            })
    void aSettingToZeroTookAwayWhatWasThere(String log, String level, String wanted, String taken) {
        assertThat(LogReading.takenToZero(entries(log), Quantity.parse(level), Quantity.parse(wanted))
                        .map(Quantity::toString))
                .isEqualTo(Optional.ofNullable(taken));
    }

    @Test
    void whatWasSetIsAddedUpWithoutWhatWasSold() {
        assertThat(LogReading.setInAll(entries("s-1 -2 -1 s-4"))).isEqualTo(Quantity.of(-3));
        assertThat(LogReading.anySet(entries("s-1 s-4"))).isFalse();
    }

    private static List<LogEntry> entries(String log) {
        List<LogEntry> entries = new ArrayList<>();
        for (String word : log.isEmpty() ? new String[0] : log.split(" ", -1)) {
            boolean sale = word.startsWith("s");
            entries.add(new LogEntry(entries.size() + 1L, Quantity.parse(sale ? word.substring(1) : word), sale));
        }
        return entries;
    }
}
