package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static boolean isHandOver(int code, String message) {
        return Failures.isHandOver(new SQLException(message, "HY000", code));
    }

    @Test
    void whatAnotherProcessIsAboutPassesByItself() {
        assertThat(isHandOver(8000, "Error opening database: \"Lock file recently modified\""))
                .isTrue();
        assertThat(isHandOver(8000, "Error opening database: \"Another process was faster\""))
                .isTrue();
        assertThat(isHandOver(8000, "Error opening database: \"Concurrent update\""))
                .isTrue();
        assertThat(isHandOver(90020, "Database may be already in use")).isTrue();
        assertThat(isHandOver(90121, "Database is already closed")).isTrue();
    }

    @Test
    void whatIsBrokenDoesNot() {
        assertThat(isHandOver(8000, "Error opening database: \"it is a directory\""))
                .isFalse();
        assertThat(isHandOver(90030, "File corrupted")).isFalse();
        assertThat(isHandOver(1045, "Lock file recently modified")).isFalse();
    }
}
