package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Misuse: told before anything is opened, with 2. */
class UsageTest {

    @TempDir
    Path directory;

    private Terminal.Outcome run(String... args) {
        return new Terminal(directory).run(args);
    }

    @Test
    void anUnknownCommandIsAMisuseWithASuggestion() {
        Terminal.Outcome outcome = run("stock", "plann", "main");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("plann").contains("did you mean").contains("plan");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aGroupWithoutACommandIsAMisuse() {
        assertThat(run("stock").exit()).isEqualTo(2);
        assertThat(run().exit()).isEqualTo(2);
    }

    @Test
    void misuseIsOneJsonDocumentWhereThatIsAsked() {
        Terminal.Outcome outcome = run("stock", "sync", "main", "--json");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/error/code").asText()).isEqualTo("USAGE");
        assertThat(outcome.json().at("/error/message").asText())
                .contains("--dry-run")
                .contains("--confirm");
        assertThat(outcome.json().at("/error/action").asText()).contains("tallyport stock sync --help");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aSyncIsEitherDryOrConfirmed() {
        assertThat(run("stock", "sync", "main").exit()).isEqualTo(2);
        assertThat(run("stock", "sync", "main", "--dry-run", "--confirm").exit())
                .isEqualTo(2);
        assertThat(run("lightspeed-sync", "--environment=sandbox").exit()).isEqualTo(2);
        assertThat(run("lightspeed-sync", "--dry-run").exit()).isEqualTo(2);
    }

    @Test
    void namesAndChoicesAreChecked() {
        Terminal.Outcome name = run("connection", "show", "Not A Name");
        assertThat(name.exit()).isEqualTo(2);
        assertThat(name.err()).contains("lower-case letters");
        Terminal.Outcome choice = run("lightspeed-sync", "--dry-run", "--environment=prod");
        assertThat(choice.exit()).isEqualTo(2);
        assertThat(choice.err()).contains("sandbox, production");
    }

    @Test
    void webOrdersHaveNoDefaultAndTheirAnswersAreExplained() {
        Terminal.Outcome outcome = run("route", "add", "main", "--from", "till/1", "--to", "web/1");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("--web-orders")
                .contains("at-pos-at-once")
                .contains("at-pos-when-fulfilled")
                .contains("never-at-pos");
    }

    @Test
    void webOrdersThatNeverReachThePosAreRefusedWithTheReason() {
        Terminal.Outcome outcome =
                run("route", "add", "main", "--from", "till/1", "--to", "web/1", "--web-orders", "never-at-pos");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("NEVER_AT_POS is refused").contains("put sold units back on sale");
    }

    @Test
    void aPersonIsAskedHowWebOrdersReachThePos() {
        Terminal.Outcome outcome = new Terminal(directory)
                .asPerson()
                .typing("what?\n3\n", "route", "add", "main", "--from", "till/1", "--to", "web/1");
        assertThat(outcome.err())
                .contains("How do orders of the web shop reach the POS?")
                .contains("\"what?\" is none of");
        assertThat(outcome.err()).contains("NEVER_AT_POS is refused");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void removingNeedsAConfirmationAndAPersonMayDecline() {
        Terminal.Outcome unasked = run("connection", "remove", "till");
        assertThat(unasked.exit()).isEqualTo(2);
        assertThat(unasked.err()).contains("nothing was done").contains("--confirm");
        Terminal.Outcome declined = new Terminal(directory).asPerson().typing("n\n", "connection", "remove", "till");
        assertThat(declined.exit()).isEqualTo(1);
        assertThat(declined.out()).contains("Nothing was removed.");
    }

    @Test
    void rowsThatNameNothingDoNotApproveEverything() {
        Terminal.Outcome outcome = run("stock", "approve", "x.json", "--rows", "", "--reason", "why not");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--rows names no row");
    }

    @Test
    void misuseOpensNoDatabase() {
        run("stock", "sync", "main");
        run("connection", "remove", "till");
        assertThat(Files.exists(directory.resolve("data"))).isFalse();
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("version").out()).startsWith("tallyport 0.").contains("Java ");
        assertThat(run("version", "--json").json().path("version").asText())
                .isNotEmpty()
                .doesNotContain("$");
    }
}
