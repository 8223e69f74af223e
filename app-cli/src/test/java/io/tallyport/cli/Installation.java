package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's installation that is connected to a till and a shop, with an approved plan in {@code plan.json}. */
record Installation(Terminal terminal) {

    static Installation connected(Path directory, Sandbox sandbox, String tillUrl, String shopUrl) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // Two sendings show all that four would.
        Installation installation = new Installation(new Terminal(directory)
                .with("TILL", sandbox.rseriesToken())
                .with("SHOP", sandbox.shopifyToken())
                .with("TALLYPORT_HTTP_TRIES", "2"));
        installation.done("connection add till --platform lightspeed-r --account " + sandbox.rseriesAccount()
                + " --base-url " + tillUrl + " --environment sandbox --access read --token-env TILL");
        installation.done("connection add web --platform shopify --account sandbox.myshopify.com --base-url " + shopUrl
                + " --environment sandbox --access read-write --token-env SHOP");
        installation.done("route add main --from till/1 --to web/71000000001 --web-orders at-pos-at-once");
        installation.done("stock plan main --out plan.json");
        installation.done("stock approve plan.json --reason counted");
        return installation;
    }

    Terminal.Outcome run(String line) {
        return terminal.run(line.split(" "));
    }

    Terminal.Outcome done(String line) {
        Terminal.Outcome outcome = run(line);
        assertThat(outcome.exit()).as(line + "\n" + outcome.both()).isZero();
        return outcome;
    }

    /** The approved plan can be brought to its end, and what is left with the next one; then till and shop agree. */
    void isWell() {
        run("stock apply plan.json --confirm");
        run("stock apply plan.json --confirm");
        done("stock plan main --out next.json");
        run("stock approve next.json --reason counted");
        done("stock apply next.json --confirm");
        assertThat(done("runs list --json").json())
                .noneMatch(run -> run.path("state").asText().equals("RUNNING"));
        assertThat(run("stock sync main --dry-run --json")
                        .json()
                        .at("/plan/counts/changes")
                        .asInt(-1))
                .isZero();
    }
}
