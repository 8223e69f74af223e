package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseSettingsTest {

    @Test
    void theyPrintNoPassword() {
        DatabaseSettings settings =
                DatabaseSettings.mariadb("jdbc:mariadb://me:pw1@db.example:3307/tally?password=pw2&x=1", "me", "pw3");

        assertThat(settings)
                .hasToString(
                        "DatabaseSettings[url=jdbc:mariadb://db.example:3307/tally, user=me, password=********, poolSize=8]");
    }

    @Test
    void anEmbeddedDatabaseLosesNoCommitAndIsSharedAmongProcesses(@TempDir Path directory) {
        DatabaseSettings settings = DatabaseSettings.embedded(directory);

        assertThat(settings.url())
                .startsWith("jdbc:h2:file:" + directory.resolve("tallyport") + ";")
                .contains("AUTO_SERVER=TRUE", "WRITE_DELAY=0", "MODE=MariaDB");
        assertThat(DatabaseSettings.embedded(directory)).isEqualTo(settings);
    }

    @Test
    void anotherDatabaseIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:oracle:thin:@host?password=pw", "u", "p", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:mariadb:")
                .hasMessageNotContaining("pw");
        assertThatThrownBy(() -> DatabaseSettings.mariadb("jdbc:h2:mem:x", "u", "p"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPoolOfOneIsRefused() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:h2:mem:x", "u", "p", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }

    @Test
    void aDirectoryThatWouldEndTheUrlIsRefused(@TempDir Path directory) {
        assertThatThrownBy(() -> DatabaseSettings.embedded(directory.resolve("a;INIT=x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
