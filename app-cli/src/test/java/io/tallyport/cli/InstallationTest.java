package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about the installation itself, on an embedded database of their own. */
class InstallationTest {

    @TempDir
    Path directory;

    @Test
    void anEmptyInstallationSaysWhatToDoFirst() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.run("connection", "list").out()).contains("tallyport connection add");
        assertThat(terminal.run("route:list").out()).contains("tallyport route add");
        assertThat(terminal.run("runs", "list").out()).contains("Nothing has been applied yet.");
        assertThat(terminal.run("connection", "list", "--json").json()).isEmpty();
    }

    @Test
    void whatIsNotThereIsAFailureNotAMisuse() {
        Terminal terminal = new Terminal(directory);
        for (String[] args : new String[][] {
            {"connection", "show", "nope"},
            {"route", "show", "nope"},
            {"runs", "show", "nope"},
            {"stock", "sync", "nope", "--dry-run"},
            {"lightspeed-sync", "--dry-run", "--environment=sandbox"},
            {"stock", "show", "nope.json"},
        }) {
            Terminal.Outcome outcome = terminal.run(args);
            assertThat(outcome.exit()).as(String.join(" ", args)).isEqualTo(1);
            assertThat(outcome.err()).startsWith("tallyport: ").doesNotContain("\tat ");
        }
    }

    @Test
    void failuresAreJsonWhereThatIsAsked() {
        Terminal.Outcome outcome = new Terminal(directory).run("--json", "route", "show", "nope");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.json().at("/error/message").asText()).contains("nope");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void writesAreStoppedAndLetThroughAgain() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.run("stop", "--reason", "stock take").out())
                .contains("stopped")
                .contains("stock take");
        assertThat(terminal.run("status", "--json").json().at("/writes/reason").asText())
                .isEqualTo("stock take");
        assertThat(terminal.run("resume").out()).contains("let through again");
        assertThat(terminal.run("resume", "--json").json().path("resumed").asBoolean())
                .isFalse();
    }

    @Test
    void settingsAreShownStoredAndForgotten() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.run("config", "set", "http.tries", "7").exit()).isZero();
        assertThat(terminal.run("config", "show").out()).containsPattern("http\\.tries +7 +database");
        assertThat(terminal.run("config", "unset", "http.tries").exit()).isZero();
        assertThat(terminal.run("config", "show").out()).containsPattern("http\\.tries +4 +default");
    }

    @Test
    void wrongSettingsAreRefusedWithTheNearest() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.run("config", "set", "http.trise", "7").err()).contains("did you mean \"http.tries\"");
        assertThat(terminal.run("config", "set", "http.tries", "many").exit()).isEqualTo(1);
        Terminal.Outcome secret = terminal.run("config", "set", "db.password", "hunter2");
        assertThat(secret.exit()).isEqualTo(2);
        assertThat(secret.both()).contains("TALLYPORT_DB_PASSWORD").doesNotContain("hunter2");
    }

    @Test
    void secretSettingsAreMasked() {
        String key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        Terminal terminal = new Terminal(directory).with("TALLYPORT_MASTER_KEY", key);
        for (Terminal.Outcome outcome : new Terminal.Outcome[] {
            terminal.run("config", "show"), terminal.run("config", "show", "--json", "--verbose")
        }) {
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.both()).contains("********").doesNotContain(key);
        }
    }

    @Test
    void theDatabaseIsDescribedMigratedAndBackedUp() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.run("db", "migrate").exit()).isZero();
        assertThat(terminal.run("db", "info").out()).contains("H2").contains("pending");
        assertThat(terminal.run("db:backup", "copy.zip").exit()).isZero();
        assertThat(directory.resolve("copy.zip")).isNotEmptyFile();
        assertThat(terminal.run("db", "backup", "copy.zip").exit()).isEqualTo(2);
    }

    @Test
    void statusOfAnEmptyInstallationIsWell() {
        Terminal.Outcome outcome = new Terminal(directory).run("status");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("✓ H2").contains("none yet");
        assertThat(Files.exists(directory.resolve("data"))).isTrue();
    }

    @Test
    void theDoctorSaysWhatToDoFirst() {
        Terminal.Outcome outcome = new Terminal(directory).run("doctor");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("there is no connection yet").contains("tallyport connection add");
    }

    @Test
    void aMistypedSettingInTheEnvironmentIsToldBeforeAnythingIsDone() {
        Terminal.Outcome outcome =
                new Terminal(directory).with("TALLYPORT_HTTP_TRISE", "3").run("status");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("TALLYPORT_HTTP_TRISE").contains("TALLYPORT_HTTP_TRIES");
    }
}
