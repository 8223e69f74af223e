package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stocktake as a person makes it. */
class CountIT {

    private static final String WHERE = " --connection till --outlet Main";

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withWideLimits());
    private Terminal terminal;
    private Path list;

    @BeforeEach
    void connect() throws IOException {
        terminal = new Terminal(directory).with("STORE", sandbox.xseriesToken());
        done("connection add till --platform lightspeed-x --account " + sandbox.xseriesDomainPrefix() + " --base-url "
                + sandbox.xseriesBaseUrl() + " --environment sandbox --access read-write --token-env STORE");
        done("po map till outlet Main " + sandbox.xseriesOutlet());
        list = Files.writeString(directory.resolve("counted.csv"), "sku,counted\nDBAG-00004-10L,12\nTRAY-00003-XL,0\n");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Terminal.Outcome run(String line) {
        return terminal.run(line.split(" "));
    }

    private Terminal.Outcome done(String line) {
        Terminal.Outcome outcome = run(line);
        assertThat(outcome.exit()).as(line + "\n" + outcome.both()).isZero();
        return outcome;
    }

    @Test
    void aListBecomesTheStockInThreeSteps() {
        JsonNode plan = done("count plan " + list + WHERE + " --json").json();
        assertThat(plan.path("rows")).hasSize(2);
        String consent = " --allow-zero " + plan.path("toZero").asInt() + " --allow-large "
                + plan.path("large").asInt();
        assertThat(done("count plan " + list + WHERE).out()).contains("DBAG-00004-10L");

        Terminal.Outcome waiting = run("count start " + list + WHERE + " --reference CNT-1");
        assertThat(waiting.exit()).as(waiting.both()).isEqualTo(3);
        assertThat(waiting.out()).contains("CNT-1 waits until").contains("same command");
        sandbox.clock().advance(Duration.ofSeconds(10));
        assertThat(done("count start " + list + WHERE + " --reference CNT-1 --json")
                        .json()
                        .path("ending")
                        .asText())
                .isEqualTo("counted");
        assertThat(done("count show CNT-1 --connection till").out()).contains("STOCKTAKE_IN_PROGRESS_PROCESSED");
        assertThat(done("count show CNT-1 --connection till --json").json().at("/live/0/lines"))
                .hasSize(2);

        Terminal.Outcome held = run("count complete CNT-1 " + list + WHERE + " --allow-zero 2 --allow-large 7 --json");
        assertThat(held.exit()).isEqualTo(3);
        assertThat(held.json().path("code").asText()).isEqualTo("TP167");

        assertThat(done("count complete CNT-1 " + list + WHERE + consent).out()).contains("complete");
        assertThat(done("count complete CNT-1 " + list + WHERE + consent).out()).contains("cannot be done again");
        assertThat(run("count cancel CNT-1 --connection till").exit()).isEqualTo(1);
    }

    @Test
    void aCountIsCalledOff() {
        run("count start " + list + WHERE + " --reference CNT-2");

        assertThat(done("count cancel CNT-2 --connection till").out()).contains("nothing of count CNT-2 is live");

        assertThat(done("count show CNT-2 --connection till").out()).contains("nothing of it is live");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsSent() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.csv"), "sku,counted\nNO-SUCH,1\n");
        Terminal.Outcome unknown = run("count start " + wrong + WHERE + " --reference CNT-3 --json");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.json().path("code").asText()).isEqualTo("LS002");
        Terminal.Outcome unmapped = run("count plan " + list + " --connection till --outlet Cellar");
        assertThat(unmapped.exit()).isEqualTo(3);
        assertThat(unmapped.out()).contains("TP163").contains("tallyport po map");
        Terminal.Outcome nothing = run("count show CNT-3 --connection till");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err()).contains("TP168");
        Files.writeString(wrong, "sku,counted\nTRAY-00003-XL,\n");
        Terminal.Outcome empty = run("count plan " + wrong + WHERE);
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.err()).contains("TP162").contains("plain number");
        assertThat(run("count start " + list + WHERE + " --reference CNT_3").exit())
                .isEqualTo(2);
        assertThat(run("count start " + list + WHERE).exit()).isEqualTo(2);
        assertThat(run("count complete CNT-3 " + list + WHERE + " --allow-zero -1")
                        .exit())
                .isEqualTo(2);
    }
}
