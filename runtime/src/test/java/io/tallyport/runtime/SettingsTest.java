package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void theEnvironmentGoesBeforeTheFileAndThatBeforeTheDatabase() {
        SettingKey tries = Settings.find("http.tries");
        Map<String, String> stored = Map.of("http.tries", "2");
        assertThat(Settings.load(Map.of(), Map.of(), Map.of()).get(tries)).isEqualTo("4");
        assertThat(Settings.load(Map.of(), Map.of(), stored).get(tries)).isEqualTo("2");
        Settings file = Settings.load(Map.of(), Map.of("TALLYPORT_HTTP_TRIES", "3"), stored);
        assertThat(file.get(tries)).isEqualTo("3");
        assertThat(file.origin(tries)).isEqualTo(".env");
        Settings environment =
                Settings.load(Map.of("TALLYPORT_HTTP_TRIES", "5"), Map.of("TALLYPORT_HTTP_TRIES", "3"), stored);
        assertThat(environment.remote().calls().attempts()).isEqualTo(5);
    }

    @Test
    void allErrorsAreNamedAtOnceAndAnUnknownKeyGetsASuggestion() {
        Map<String, String> wrong = Map.of(
                "TALLYPORT_HTTP_TRYS", "3",
                "TALLYPORT_HTTP_READ_TIMEOUT_SECONDS", "soon",
                "TALLYPORT_DB_URL", "jdbc:postgresql://x/y");
        assertThatThrownBy(() -> Settings.load(wrong, Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean TALLYPORT_HTTP_TRIES?")
                .hasMessageContaining("http.read-timeout-seconds")
                .hasMessageContaining("jdbc:mariadb:")
                .hasMessageContaining("TALLYPORT_DB_USER is missing");
    }

    @Test
    void variablesOfTheTestsAndOfOthersAreLeftAlone() {
        Settings settings = Settings.load(
                Map.of("TALLYPORT_TEST_JDBC_URL", "x", "PATH", "/bin", "TALLYPORT_JAVA_OPTS", "-Xmx1g"),
                Map.of(),
                Map.of());
        assertThat(settings.remote().http().readTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aWrongDatabasePasswordIsNeverInAMessage() {
        assertThatThrownBy(() -> Settings.load(
                        Map.of("TALLYPORT_DB_PASSWORD", "s3cret", "TALLYPORT_DB_URL", "jdbc:mariadb://h/d"),
                        Map.of(),
                        Map.of()))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aValueIsCheckedBeforeItIsStored() {
        assertThatThrownBy(() -> Settings.check(Settings.find("http.tries"), "0"))
                .hasMessageContaining("from 1 to 20");
        assertThatThrownBy(() -> Settings.find("http.try")).hasMessageContaining("http.tries");
    }

    @Test
    void theDotEnvFileTakesQuotesAndComments() throws IOException {
        Path file = directory.resolve(".env");
        Files.writeString(file, "# ours\n\nTALLYPORT_HTTP_TRIES = \"6\"\nTALLYPORT_DB_USER='me'\n");
        assertThat(DotEnv.read(file))
                .containsExactly(Map.entry("TALLYPORT_HTTP_TRIES", "6"), Map.entry("TALLYPORT_DB_USER", "me"));
        Files.writeString(file, "ok=1\nnonsense\n");
        assertThatThrownBy(() -> DotEnv.read(file)).hasMessageContaining("line 2");
        assertThat(DotEnv.read(directory.resolve("none"))).isEmpty();
    }
}
