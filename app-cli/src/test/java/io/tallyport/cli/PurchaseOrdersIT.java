package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with purchase orders, against the stand-in of an X-Series store. */
class PurchaseOrdersIT {

    private static final String BAGS = "DBAG-00004-10L";
    private static final String TRAYS = "TRAY-00003-XL";
    private static final String ORDER = "po create till --supplier Acme --outlet Main --line " + BAGS
            + "=10@2.50 --line " + TRAYS + "=4 --note spring";

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withWideLimits());

    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void connect() {
        terminal = new Terminal(directory)
                .with("TILL", sandbox.xseriesToken())
                .with("TALLYPORT_HTTP_TRIES", "1")
                .with("TALLYPORT_SYNC_ANSWER_SECONDS", "1")
                // Nobody stops a worker.
                .stoppedBy(close -> new CountDownLatch(1).await());
        done("connection add till --platform lightspeed-x --account " + sandbox.xseriesDomainPrefix() + " --base-url "
                + sandbox.xseriesBaseUrl() + " --environment sandbox --access read-write --token-env TILL");
    }

    @AfterEach
    void close() {
        terminal.keepEvidence();
        sandbox.close();
    }

    private Terminal.Outcome line(String line) {
        return terminal.run(line.split(" "));
    }

    private Terminal.Outcome done(String line) {
        Terminal.Outcome outcome = line(line);
        assertThat(outcome.exit()).as(line + "\n" + outcome.both()).isZero();
        return outcome;
    }

    /** It ends so, with this code, and says it as JSON, too. */
    private void fails(String line, int exit, String code, String... words) {
        Terminal.Outcome shown = line(line);
        assertThat(shown.exit()).as(line + "\n" + shown.both()).isEqualTo(exit);
        assertThat(shown.err()).contains(code.matches("TP[0-9]+") ? code : "tallyport: ");
        assertThat(List.of(words)).allSatisfy(word -> assertThat(shown.err()).contains(word));
        Terminal.Outcome json = line(line + " --json");
        assertThat(json.exit()).isEqualTo(exit);
        assertThat(json.json().at("/error/code").asText()).isEqualTo(code);
    }

    private String supplier() {
        return done("vend suppliers --json").json().get(0).path("id").asText();
    }

    private void mapped() {
        done("po map till supplier Acme " + supplier());
        done("po map till outlet Main " + sandbox.xseriesOutlet());
    }

    private String approved() {
        String id = done(ORDER + " --json").json().path("id").asText();
        done("po approve " + id);
        return id;
    }

    private String at(String id, String pointer) {
        return done("po show " + id + " --json").json().at(pointer).asText();
    }

    private JsonNode consignment(String id) {
        return done("vend consignment " + at(id, "/order/remote/consignment") + " --json")
                .json();
    }

    @Test
    void theStoreIsLookedAt() {
        // Orders need no reasons to adjust stock; that stock is not written is said all the same.
        assertThat(done("vend test").out()).contains("LS113");
        done("connection update till --option adjust-reason-in=" + sandbox.xseriesReasonIn()
                + " --option adjust-reason-out=" + sandbox.xseriesReasonOut());
        assertThat(done("vend test").out()).contains("till").doesNotContain("LS113");
        assertThat(done("vend test --json").json().path("well").asBoolean()).isTrue();
        assertThat(done("vend outlets").out()).contains(sandbox.xseriesOutlet());
        assertThat(done("vend outlets --connection till --json").json().findValuesAsText("id"))
                .contains(sandbox.xseriesOutlet());
        assertThat(done("vend suppliers").out()).contains(supplier());
        assertThat(done("vend products " + BAGS + " --json").json().path("items"))
                .hasSize(1);
        Terminal.Outcome none = line("vend products NO-SUCH-ARTICLE");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out()).contains("No product has the SKU NO-SUCH-ARTICLE");
        assertThat(line("vend products NO-SUCH-ARTICLE --json").json().path("items"))
                .isEmpty();
        fails("vend consignment 0adfd74a-153e-11e9-fa42-5c5b8a7f2f7b", 1, "REFUSED", "no consignment");
        fails("vend test --connection nobody", 1, "REFUSED", "nobody");
        assertThat(line("vend products").exit()).isEqualTo(2);
    }

    @Test
    void whereThereIsNoStoreOrSeveralOneIsNamed() {
        done("connection add second --platform lightspeed-x --account other --base-url " + sandbox.xseriesBaseUrl()
                + " --environment sandbox --access read --token-env TILL");
        fails("vend outlets", 1, "REFUSED", "--connection", "till", "second");
        done("connection remove second --confirm");
        done("vend outlets");
    }

    @Test
    void anOrderGoesAllItsWay() {
        mapped();
        JsonNode written = done(ORDER + " --json").json();
        String id = written.path("id").asText();
        assertThat(written.path("state").asText()).isEqualTo("DRAFT");
        assertThat(written.path("lines").get(0).path("ordered").asText()).isEqualTo("10");

        JsonNode approved = done("po approve " + id + " --json").json();
        assertThat(approved.at("/order/state").asText()).isEqualTo("APPROVED");
        assertThat(approved.path("job").asLong()).isPositive();
        assertThat(done("po list --due --json").json().findValuesAsText("id")).containsExactly(id);

        assertThat(done("sync po " + id + " --dry-run").out())
                .contains("consignment.create", "consignment.lines.add", "consignment.advance");
        assertThat(done("sync pending --dry-run --json").json().get(0).path("calls"))
                .hasSize(3);
        assertThat(at(id, "/order/state")).isEqualTo("APPROVED");
        assertThat(done("sync po " + id).out()).contains("In step", "SUBMITTED");
        assertThat(done("sync po " + id + " --json").json().path("ending").asText())
                .isEqualTo("in-step");
        assertThat(done("sync po " + id + " --dry-run --json").json().path("calls"))
                .isEmpty();
        JsonNode there = consignment(id);
        assertThat(there.path("reference").asText()).isEqualTo(id);
        assertThat(there.path("status").asText()).isEqualTo("SENT");
        assertThat(there.path("lines").findValuesAsText("ordered")).containsExactlyInAnyOrder("10", "4");
        assertThat(done("vend consignment " + there.path("id").asText()).out()).contains("SENT", id);

        assertThat(done("queue work --once").exit()).isZero();
        assertThat(consignment(id)).isEqualTo(there);
        assertThat(done("sync status " + id).out()).contains("SUBMITTED", "SENT");

        assertThat(done("po receive " + id + " --line " + BAGS + "=10 --line " + TRAYS + "=3")
                        .out())
                .contains("PARTIALLY_RECEIVED");
        assertThat(done("po receive " + id + " --complete --json")
                        .json()
                        .at("/order/state")
                        .asText())
                .isEqualTo("RECEIVED");
        Terminal.Outcome short1 = line("po discrepancies --json");
        assertThat(short1.exit()).isEqualTo(3);
        assertThat(short1.json().get(0).path("kind").asText()).isEqualTo("short");
        assertThat(short1.json().get(0).path("found").asText()).isEqualTo("3");
        assertThat(line("po discrepancies " + id).out()).contains(TRAYS, "short");
        assertThat(done("sync status " + id + " --dry-run --json")
                        .json()
                        .at("/order/state")
                        .asText())
                .isEqualTo("RECEIVED");
        assertThat(done("po list --state received").out()).contains(id, "RECEIVED");
    }

    @Test
    void anOrderIsChangedAndCalledOffAlsoAfterItWasSent() {
        mapped();
        String id = approved();
        done("sync po " + id);

        assertThat(done("po change " + id + " --line " + BAGS + "=12 --json")
                        .json()
                        .path("job")
                        .asLong())
                .isPositive();
        assertThat(done("sync po " + id + " --dry-run").out()).contains("consignment.line.set", "to 12");
        done("sync pending --batch-size 1");
        assertThat(consignment(id).path("lines").findValuesAsText("ordered")).containsExactlyInAnyOrder("12", "4");

        assertThat(done("po cancel " + id).out()).contains("CANCELLED");
        assertThat(done("sync po " + id + " --dry-run").out()).contains("consignment.cancel");
        JsonNode pending = done("sync pending --json").json();
        assertThat(pending.get(0).path("ending").asText()).isEqualTo("in-step");
        assertThat(pending.get(0).at("/order/state").asText()).isEqualTo("CANCELLED");
        assertThat(done("sync pending").out()).contains("No order is due");
        fails("po cancel " + id, 1, "TP131", "CANCELLED already");
        fails("po change " + id + " --line " + BAGS + "=1", 1, "TP138", "CANCELLED");
        done("po cancel " + id + " --delete");
        assertThat(done("po list --json").json()).isEmpty();
        assertThat(done("po list --deleted").out()).contains(id, "deleted");
    }

    @Test
    void anOrderThatNobodyKnowsIsRefusedByAll() {
        for (String command : List.of(
                "po show", "po approve", "po cancel", "po discrepancies", "sync po", "sync status", "sync retry")) {
            fails(command + " PO-2026-999", 1, "TP130", "PO-2026-999");
        }
        fails("sync po PO-2026-999 --dry-run", 1, "TP130");
        fails("po change PO-2026-999 --line A=1", 1, "TP130");
        fails("po receive PO-2026-999 --line A=1", 1, "TP130");
        assertThat(line("po show not/a/number").exit()).isEqualTo(2);
        assertThat(line("sync po").exit()).isEqualTo(2);
    }

    @Test
    void anOrderInAnotherStateIsRefusedAndSaysWhatToDo() {
        mapped();
        String id = done(ORDER + " --json").json().path("id").asText();
        fails("sync po " + id, 1, "TP131", "po approve " + id);
        fails("sync retry " + id, 1, "TP131", "po approve " + id);
        fails("sync retry " + id + " --dry-run", 1, "TP131");
        fails("po receive " + id + " --line " + BAGS + "=1", 1, "TP131", "SUBMITTED");
        done("po approve " + id);
        fails("po approve " + id, 1, "TP131", "only a DRAFT");
        fails("po cancel " + id + " --delete", 1, "TP131", "cancel it first");
        fails("po create till --id " + id + " --supplier Acme --outlet Main --line A=1", 1, "CONFLICT", id);
    }

    @Test
    void whatCannotBeAnOrderIsAMisuse() {
        assertThat(line("po create till --supplier Acme --outlet Main --line A=0")
                        .exit())
                .isEqualTo(2);
        assertThat(line("po create till --supplier Acme --outlet Main --line A=1 --line A=2")
                        .err())
                .contains("stands in two lines");
        assertThat(line("po create till --supplier Acme --outlet Main --line A").err())
                .contains("SKU=QUANTITY");
        assertThat(line("po create till --supplier Acme --outlet Main --line A=many")
                        .exit())
                .isEqualTo(2);
        assertThat(line("po create till --supplier Main --outlet Main --kind outlet --line A=1")
                        .err())
                .contains("from one outlet to another");
        assertThat(line("po create till --supplier Acme --outlet Main --kind stocktake --line A=1")
                        .exit())
                .isEqualTo(2);
        assertThat(line("po create till --supplier Acme --outlet Main").exit()).isEqualTo(2);
        fails("po create nobody --supplier Acme --outlet Main --line A=1", 1, "REFUSED", "nobody");
        assertThat(line("po list --state lost").exit()).isEqualTo(2);
        assertThat(line("po receive PO-1").exit()).isEqualTo(2);
        assertThat(line("po receive PO-1 --line A=1 --line A=2").err()).contains("given twice");
        assertThat(line("po map till supplier Acme").exit()).isEqualTo(2);
        assertThat(line("sync pending --batch-size 0").exit()).isEqualTo(2);
        assertThat(done("po list --json").json()).isEmpty();
    }

    @Test
    void anUnmappedSupplierHoldsTheOrderUntilItIsMapped() {
        done("po map till outlet Main " + sandbox.xseriesOutlet());
        String id = approved();

        assertThat(done("sync po " + id + " --dry-run").out()).contains("TP132", "Acme");
        Terminal.Outcome held = line("sync po " + id);
        assertThat(held.exit()).isEqualTo(3);
        assertThat(held.out()).contains("held", "Acme");
        assertThat(line("sync po " + id + " --json")
                        .json()
                        .at("/order/held/code")
                        .asText())
                .isEqualTo("TP132");
        assertThat(line("sync status " + id).exit()).isEqualTo(3);
        assertThat(done("po list --held").out()).contains(id, "TP132");
        assertThat(done("sync pending").out()).contains("No order is due");
        fails("po map nobody supplier Acme x", 1, "REFUSED", "nobody");
        fails("po map till supplier Acme --remove", 1, "REFUSED", "not mapped");

        done("po map till supplier Acme " + supplier());
        assertThat(done("po map till --json").json().findValuesAsText("name")).contains("Acme", "Main");
        assertThat(done("sync retry " + id + " --dry-run").out()).contains("consignment.create");
        assertThat(done("sync retry " + id + " --json").json().path("job").asLong())
                .isPositive();
        done("queue work --once");
        assertThat(at(id, "/order/state")).isEqualTo("SUBMITTED");
        assertThat(done("sync status " + id).out()).contains("SUBMITTED");
    }

    @Test
    void aSkuOfNoItemHoldsTheOrderAndNothingOfItIsSent() {
        mapped();
        String id = done("po create till --supplier Acme --outlet Main --line " + BAGS
                        + "=1 --line NO-SUCH-ARTICLE=1 --json")
                .json()
                .path("id")
                .asText();
        done("po approve " + id);

        assertThat(line("sync pending").exit()).isEqualTo(3);

        assertThat(at(id, "/order/held/code")).isEqualTo("LS002");
        assertThat(at(id, "/order/held/reason")).contains("NO-SUCH-ARTICLE");
        assertThat(at(id, "/order/remote/consignment")).isEmpty();
    }

    @Test
    void aStoreThatCannotBeReachedFailsOneOrderAndSaysSo() {
        mapped();
        String id = approved();
        sandbox.close();

        Terminal.Outcome pending = line("sync pending --json");

        assertThat(pending.exit()).isEqualTo(3);
        assertThat(pending.json().get(0).path("ending").asText()).isEqualTo("failed");
        assertThat(pending.json().get(0).path("id").asText()).isEqualTo(id);
        assertThat(line("sync po " + id).exit()).isEqualTo(1);
        assertThat(line("vend suppliers").exit()).isEqualTo(1);
        assertThat(at(id, "/order/state")).isEqualTo("APPROVED");
    }

    @Test
    void aFileIsTakenOrderByOrderAndEachRowIsReported() throws IOException {
        Files.writeString(directory.resolve("orders.csv"), """
                id,supplier,outlet,sku,quantity,cost
                PO-7,Acme,Main,DBAG-00004-10L,10,2.50
                PO-7,Acme,Main,TRAY-00003-XL,4,
                PO-8,Acme,Main,DBAG-00004-10L,many,
                PO-8,Acme,Main,TRAY-00003-XL,4,
                PO-9,Acme,Main,DBAG-00004-10L,1,-2
                """);

        Terminal.Outcome dry = line("po import till orders.csv --dry-run --json");
        assertThat(dry.exit()).isEqualTo(3);
        assertThat(dry.json().path("stored").asBoolean()).isFalse();
        assertThat(done("po list --json").json()).isEmpty();

        Terminal.Outcome taken = line("po import till orders.csv --json");
        assertThat(taken.exit()).isEqualTo(3);
        assertThat(fates(taken.json())).containsExactly("1 taken", "2 taken", "3 wrong", "4 left-out", "5 wrong");
        assertThat(taken.json().path("created").get(0).asText()).isEqualTo("PO-7");
        assertThat(line("po import till orders.csv").out()).contains("many", "3 of 5 rows");
        assertThat(done("po list --json").json().findValuesAsText("id")).containsExactly("PO-7");
    }

    private static List<String> fates(JsonNode report) {
        return StreamSupport.stream(report.path("rows").spliterator(), false)
                .map(row -> row.path("row").asText() + " " + row.path("fate").asText())
                .toList();
    }

    @Test
    void aFileOfWhichNothingCanBeTakenIsAFailure() throws IOException {
        Files.writeString(directory.resolve("bad.csv"), "supplier,outlet,sku,quantity\nAcme,Main,,1\n");
        Files.writeString(directory.resolve("odd.csv"), "supplier,outlet,sku,quantity,colour\nAcme,Main,A,1,red\n");
        Files.writeString(directory.resolve("broken.json"), "[{\"supplier\":");

        Terminal.Outcome bad = line("po import till bad.csv");
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out()).contains("the SKU is missing");
        fails("po import till odd.csv", 1, "TP147", "colour");
        fails("po import till broken.json", 1, "TP147");
        assertThat(line("po import till nowhere.csv").exit()).isEqualTo(1);
        assertThat(done("po list --json").json()).isEmpty();
    }

    @Test
    void aLookTakesInWhatBecameOfTheOrders() {
        mapped();
        String id = approved();

        JsonNode look = done("po poll till --json").json();
        assertThat(look.path("asked").asInt()).isEqualTo(1);
        done("queue work --once");
        assertThat(at(id, "/order/state")).isEqualTo("SUBMITTED");
        assertThat(done("po poll till").out()).contains("1 orders changed", "0 are to be synced");
        assertThat(done("po poll till --every 10m").out()).contains("looked at from");
        done("po poll till --off");
        fails("po poll till --off", 1, "TP124", "not looked at");
    }
}
