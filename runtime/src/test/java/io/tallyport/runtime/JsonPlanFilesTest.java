package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.Coverage;
import io.tallyport.core.inventory.Hold;
import io.tallyport.core.inventory.MergeFigures;
import io.tallyport.core.inventory.PlanApproval;
import io.tallyport.core.inventory.PlanCounts;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanHeader;
import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.inventory.PlanOrigin;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.QuantityRule;
import io.tallyport.core.rule.RuleAspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPlanFilesTest {

    private static final Instant READ = Instant.parse("2026-11-21T10:00:00.123Z");

    @TempDir
    Path directory;

    private final JsonPlanFiles files = new JsonPlanFiles();

    private static StockPlan plan() {
        PlanHeader header = new PlanHeader(
                new PlanId("0b0e7a52-6a0b-4e0a-9a39-2f5a4f1f7b11"),
                new RouteId("till-to-web"),
                Environment.SANDBOX,
                new LocationRef(new ConnectionId("till"), new ExternalId("1")),
                new LocationRef(new ConnectionId("web"), new ExternalId("gid://shopify/Location/10")),
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                READ,
                READ.plusSeconds(3),
                READ.plusSeconds(3603),
                new Watermark("2026-11-21T10:00:00Z"),
                true,
                Coverage.cycle(7));
        PlanCounts counts = new PlanCounts(
                3,
                2,
                2,
                0,
                1,
                1,
                Map.of(Action.SET, 2L, Action.SKIP, 1L),
                Map.of(Reason.CHANGED, 2L, Reason.NO_SKU, 1L));
        return new StockPlan(
                header, counts, List.of("2 of 2 eligible rows would change, more than 30 %"), List.of(), "");
    }

    private static List<PlanRow> rows() {
        return List.of(
                new PlanRow(
                        "TEA-\"1\"",
                        "Grüner Tee ☕ 100 g",
                        StockFigure.AVAILABLE,
                        Optional.of(new ExternalId("11")),
                        Optional.of(new ExternalId("gid://shopify/InventoryItem/9007199254740993")),
                        Optional.empty(),
                        Optional.of(Quantity.parse("4.75")),
                        Optional.of(Quantity.of(-2)),
                        Optional.of(Quantity.of(4)),
                        Action.SET,
                        Reason.FRACTIONAL,
                        Hold.HELD),
                new PlanRow(
                        "12",
                        "",
                        StockFigure.AVAILABLE,
                        Optional.of(new ExternalId("12")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Quantity.parse("10000000")),
                        Optional.empty(),
                        Optional.empty(),
                        Action.SKIP,
                        Reason.NO_SKU,
                        Hold.FREE));
    }

    @Test
    void theReckoningOfAMergeComesBackUnrounded() {
        MergeFigures figures = new MergeFigures(
                Optional.of(Quantity.parse("5.00000625")),
                Optional.empty(),
                Quantity.parse("-0.25"),
                Quantity.of(-2),
                Quantity.of(1),
                Quantity.parse("0.75"),
                Quantity.of(-1),
                Quantity.ZERO);
        PlanRow first = rows().get(0);
        PlanRow row = new PlanRow(
                first.key(),
                first.title(),
                first.figure(),
                first.sourceItem(),
                first.targetItem(),
                first.acknowledged(),
                first.local(),
                first.remote(),
                first.desired(),
                Action.MERGE,
                Reason.DELTA,
                Hold.FREE,
                QuantityRule.PLAIN,
                Optional.of(figures));
        Path file = directory.resolve("merge.json");
        files.write(file, plan(), Stream.of(row));

        assertThat(readRows(file)).containsExactly(row);
    }

    private List<PlanRow> readRows(Path file) {
        List<PlanRow> read = new ArrayList<>();
        files.rows(file, read::add);
        return read;
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Path file = directory.resolve("plan.json");
        StockPlan written = files.write(file, plan(), rows().stream());
        assertThat(files.open(file)).isEqualTo(written);
        assertThat(readRows(file)).isEqualTo(rows());
    }

    @Test
    void whatAPlanUndoesIsReadBackAndASyncSaysNothingOfIt() throws IOException {
        PlanHeader sync = plan().header();
        PlanHeader undo = new PlanHeader(
                sync.id(),
                sync.route(),
                sync.environment(),
                sync.source(),
                sync.target(),
                sync.policy(),
                sync.readStarted(),
                sync.readEnded(),
                sync.expires(),
                sync.watermark(),
                sync.complete(),
                Coverage.chosen(2, "SKUs [A, B]"),
                new PlanOrigin(PlanOrigin.Kind.ROLLBACK, "run-7"));
        Path file = directory.resolve("undo.json");
        files.write(file, new StockPlan(undo, plan().counts(), List.of(), List.of(), ""), rows().stream());
        assertThat(files.open(file).header()).isEqualTo(undo);
        assertThat(Files.readString(file)).contains("\"kind\":\"ROLLBACK\",\"undoes\":\"run-7\"");

        Path other = directory.resolve("plan.json");
        files.write(other, plan(), rows().stream());
        assertThat(files.open(other).header().origin()).isEqualTo(PlanOrigin.SYNC);
        assertThat(Files.readString(other)).doesNotContain("undoes");
    }

    @Test
    void aRowKeepsTheRuleThatDecidedIt() throws IOException {
        QuantityRule ruled = QuantityRule.of(
                "rules 3, 7",
                Map.of(RuleAspect.BUFFER, "12.5%", RuleAspect.MOST_LISTED, "9", RuleAspect.REVIEW, "off"));
        List<PlanRow> ours = List.of(
                ruled(rows().get(0), ruled),
                ruled(rows().get(1), QuantityRule.fixed("answer to conflict 4", Quantity.of(6))));
        Path file = directory.resolve("plan.json");
        files.write(file, plan(), ours.stream());

        assertThat(readRows(file)).isEqualTo(ours);
        assertThat(Files.readString(file))
                .contains("\"rule\":{\"name\":\"rules 3,"
                        + " 7\",\"buffer\":\"12.5%\",\"most-listed\":\"9\",\"review\":\"off\"}")
                .contains("\"rule\":{\"name\":\"answer to conflict 4\",\"fixed\":6}");
    }

    private static PlanRow ruled(PlanRow row, QuantityRule rule) {
        return new PlanRow(
                row.key(),
                row.title(),
                row.figure(),
                row.sourceItem(),
                row.targetItem(),
                row.acknowledged(),
                row.local(),
                row.remote(),
                row.desired(),
                row.action(),
                row.reason(),
                row.hold(),
                rule,
                Optional.empty());
    }

    @Test
    void theFileIsCanonicalAndStaysInItsFormat() throws IOException {
        Path file = directory.resolve("plan.json");
        files.write(file, plan(), rows().stream());
        String expected = """
            {"format":"tallyport.stock-plan","version":1,
            "plan":{"id":"0b0e7a52-6a0b-4e0a-9a39-2f5a4f1f7b11","route":"till-to-web","environment":"SANDBOX",\
            "source":{"connection":"till","location":"1"},\
            "target":{"connection":"web","location":"gid://shopify/Location/10"},\
            "policy":{"merge":"SOURCE_WINS","webOrders":"AT_POS_AT_ONCE","reviewThreshold":10,\
            "guard":{"maxChangedPercent":30,"changedFloor":20,"maxToZero":20,"minSeenPercent":90},\
            "planLifetimeSeconds":3600,"fullEverySeconds":86400,"skuPrefixes":[]},\
            "readStarted":"2026-11-21T10:00:00.123Z","readEnded":"2026-11-21T10:00:03.123Z",\
            "expires":"2026-11-21T11:00:03.123Z","watermark":"2026-11-21T10:00:00Z","complete":true,\
            "coverage":{"kind":"CYCLE","changed":7,"because":""}},
            "rows":[
            {"key":"TEA-\\"1\\"","title":"Grüner Tee ☕ 100 g","figure":"AVAILABLE","sourceItem":"11",\
            "targetItem":"gid://shopify/InventoryItem/9007199254740993","local":4.75,"remote":-2,"desired":4,\
            "action":"SET","reason":"FRACTIONAL","hold":"HELD"},
            {"key":"12","title":"","figure":"AVAILABLE","sourceItem":"12","local":10000000,"action":"SKIP",\
            "reason":"NO_SKU"}
            ],
            "counts":{"sourceRows":3,"targetRows":2,"eligible":2,"unchanged":0,"toZero":1,"held":1,\
            "byAction":{"SET":2,"SKIP":1},"byReason":{"CHANGED":2,"NO_SKU":1}},
            "heldBecause":["2 of 2 eligible rows would change, more than 30 %%"],
            "approvals":[],
            "hash":"%s"}
            """.formatted(files.open(file).hash());
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void equalPlansHaveEqualHashesAndAnApprovalHasAnother() {
        StockPlan one = files.write(directory.resolve("one.json"), plan(), rows().stream());
        StockPlan two = files.write(directory.resolve("two.json"), plan(), rows().stream());
        assertThat(one.hash()).isEqualTo(two.hash());
        StockPlan approved = new StockPlan(
                one.header(),
                one.counts().released(1),
                one.heldBecause(),
                List.of(new PlanApproval("owner", READ, "counted them", true, 1)),
                "");
        StockPlan copy = files.copy(
                directory.resolve("one.json"),
                directory.resolve("three.json"),
                approved,
                row -> row.with(Hold.APPROVED));
        assertThat(copy.hash()).isNotEqualTo(one.hash());
        assertThat(files.open(directory.resolve("three.json")).isHeld()).isFalse();
        assertThat(readRows(directory.resolve("three.json"))).allMatch(row -> row.hold() == Hold.APPROVED);
    }

    @Test
    void aPlanWithoutRowsIsAPlan() {
        Path file = directory.resolve("plan.json");
        files.write(file, plan(), Stream.empty());
        assertThat(files.open(file).counts()).isEqualTo(plan().counts());
        assertThat(readRows(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"desired\":4", "\"SANDBOX\"", "2 of 2", "FRACTIONAL"})
    void anAlteredFileIsRefused(String piece) throws IOException {
        Path file = directory.resolve("plan.json");
        files.write(file, plan(), rows().stream());
        String text = Files.readString(file);
        char last = piece.charAt(piece.length() - 1);
        String altered = text.replace(piece, piece.substring(0, piece.length() - 1) + (last == '4' ? '5' : last) + " ");
        Files.writeString(file, altered);
        assertRefused(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 700, 1500})
    void aFileThatIsCutOffIsRefused(int length) throws IOException {
        Path file = directory.resolve("plan.json");
        files.write(file, plan(), rows().stream());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length - 1)));
        assertRefused(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "<html></html>", "{\"format\":\"other\",\"rows\":[]}", "\u0000\u0001"})
    void whatIsNotAPlanIsRefused(String content) throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, content);
        assertRefused(file);
    }

    @Test
    void anotherFormatVersionIsNamed() throws IOException {
        Path file = directory.resolve("plan.json");
        files.write(file, plan(), rows().stream());
        Files.writeString(file, Files.readString(file).replace("\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> files.open(file)).hasMessageContaining("format version 2");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> files.open(directory.resolve("none.json"))).hasMessageContaining("no such file");
    }

    @Test
    void aFailureWhileWritingLeavesNoFile() throws IOException {
        Path file = directory.resolve("plan.json");
        Stream<PlanRow> failing = rows().stream().peek(row -> {
            throw new IllegalStateException("the read failed");
        });
        assertThatThrownBy(() -> files.write(file, plan(), failing)).isInstanceOf(IllegalStateException.class);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFullDiskIsTransientAndLeavesNoFile() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full), "this system has no /dev/full");
        Path part = directory.resolve("plan.json.part");
        assertThatThrownBy(() -> {
                    Files.createSymbolicLink(part, full);
                    files.write(directory.resolve("plan.json"), plan(), rows().stream());
                })
                .isInstanceOf(PortException.Transient.class);
        assertThat(directory.resolve("plan.json")).doesNotExist();
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> files.open(file))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(PlanErrors.UNREADABLE_PLAN));
    }
}
