package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.runtime.SettingKey;
import io.tallyport.runtime.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of settings says what the program takes. */
class SettingsPageTest {

    @Test
    void thePageListsEverySettingAndNoOther() {
        List<List<String>> expected =
                Settings.known().stream().map(SettingsPageTest::row).toList();
        assertThat(expected).isNotEmpty();
        assertThat(Pages.rows("docs/settings.md")).isEqualTo(expected);
    }

    private static List<String> row(SettingKey key) {
        return List.of(
                key.key(),
                key.variable(),
                key.fallback().isEmpty() ? "none" : key.fallback(),
                key.storable() ? "yes" : "no",
                key.meaning());
    }
}
