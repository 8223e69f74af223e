package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.persistence.DatabaseSettings;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import io.tallyport.sandbox.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plans, databases and keys that do not fit: told clearly, with the right exit code, and good again when put right. */
class BadStateIT {

    private static final String APPLY = "stock apply plan.json --confirm";

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(50).withWideLimits());

    /** Something that is wrong: how it comes about, the command that meets it, and how it is put right. */
    private record Wrong(String what, Change breaking, String command, int exit, List<String> words, Change mending) {}

    /** Changes an installation. */
    private interface Change {
        void in(Path place) throws Exception;
    }

    private static Wrong wrong(
            String what, Change breaking, String command, int exit, List<String> words, Change mending) {
        return new Wrong(what, breaking, command, exit, words, mending);
    }

    private static Stream<Wrong> table() {
        Change nothing = place -> {};
        return Stream.of(
                wrong(
                        "an altered plan",
                        edit("\"remote\":", "\"remote\": "),
                        APPLY,
                        1,
                        List.of("TP018", "altered", "tallyport stock plan"),
                        edit("\"remote\": ", "\"remote\":")),
                wrong(
                        "half a plan",
                        place -> move(place, "plan.json", "whole", half(place)),
                        APPLY,
                        1,
                        List.of("TP0", "tallyport stock plan"),
                        place -> move(place, "whole", "plan.json", null)),
                wrong(
                        "no plan",
                        place -> move(place, "plan.json", "whole", null),
                        APPLY,
                        1,
                        List.of("plan.json"),
                        place -> move(place, "whole", "plan.json", null)),
                wrong(
                        "a plan of another environment",
                        sql("UPDATE connections SET environment = 'PRODUCTION'"),
                        APPLY,
                        1,
                        List.of("TP014"),
                        sql("UPDATE connections SET environment = 'SANDBOX'")),
                wrong(
                        "a plan that this database does not know",
                        sql("UPDATE plans SET id = CONCAT('x', id)"),
                        APPLY,
                        1,
                        List.of("TP011"),
                        sql("UPDATE plans SET id = SUBSTRING(id, 2)")),
                wrong(
                        "a newer schema",
                        sql("UPDATE tallyport_schema_history SET version = '901' WHERE version = '001'"),
                        APPLY,
                        1,
                        List.of("DB003", "backup"),
                        sql("UPDATE tallyport_schema_history SET version = '001' WHERE version = '901'")),
                wrong(
                        "another master key",
                        place -> move(place, "data/master.key", "key", anotherKey()),
                        APPLY,
                        1,
                        List.of("DB002", "TALLYPORT_MASTER_KEY"),
                        place -> move(place, "key", "data/master.key", null)),
                wrong(
                        "no master key",
                        place -> move(place, "data/master.key", "key", null),
                        APPLY,
                        1,
                        List.of("DB002", "master.key"),
                        place -> move(place, "key", "data/master.key", null)),
                wrong("another account", nothing, "connection test other", 1, List.of("LS006", "account"), nothing),
                wrong(
                        "an unknown location of the till",
                        nothing,
                        "route add lost --from till/99 --to web/71000000001 --web-orders at-pos-at-once",
                        1,
                        List.of("99", "1"),
                        nothing),
                wrong(
                        "an unknown location of the shop",
                        nothing,
                        "route add lost --from till/1 --to web/72 --web-orders at-pos-at-once",
                        1,
                        List.of("72", "71000000001"),
                        nothing),
                wrong(
                        "a place for the plan that is none",
                        nothing,
                        "stock plan main --out no/such/place.json",
                        1,
                        List.of("no/such/place.json", "--out"),
                        nothing),
                wrong(
                        "a database that is none",
                        place -> {
                            for (String file : databaseFiles(place)) {
                                move(place, "data/" + file, file, "this is no database".repeat(500));
                            }
                        },
                        APPLY,
                        1,
                        List.of("database"),
                        place -> {
                            for (String file : databaseFiles(place)) {
                                move(place, file, "data/" + file, null);
                            }
                        }));
    }

    private static Change edit(String from, String to) {
        return place -> {
            Path plan = place.resolve("plan.json");
            Files.writeString(plan, Files.readString(plan).replaceFirst(from, to));
        };
    }

    private static String half(Path place) throws Exception {
        String plan = Files.readString(place.resolve("plan.json"));
        return plan.substring(0, plan.length() / 2);
    }

    private static String anotherKey() {
        String key = Base64.getEncoder()
                .encodeToString("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII));
        Evidence.secret(key);
        return key;
    }

    private static List<String> databaseFiles(Path place) throws Exception {
        try (Stream<Path> files = Files.list(place.resolve("data"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mv.db"))
                    .toList();
            return names.isEmpty() ? List.of("tallyport.mv.db") : names;
        }
    }

    /** Moves a file, and puts another text in its place where there is one. */
    private static void move(Path place, String from, String to, @Nullable String instead) throws Exception {
        Files.move(place.resolve(from), place.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        if (instead != null) {
            Files.writeString(place.resolve(from), instead);
        }
    }

    private static Change sql(String statement) {
        return place -> {
            DatabaseSettings database = DatabaseSettings.embedded(place.resolve("data"));
            Evidence.secret(database.password());
            try (Connection connection =
                            DriverManager.getConnection(database.url(), database.user(), database.password());
                    Statement sql = connection.createStatement()) {
                assertThat(sql.executeUpdate(statement)).isPositive();
            } catch (SQLException failed) {
                throw new AssertionError(statement, failed);
            }
        };
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** All meet one installation; what is put right is proved by the last, which brings the plan to its end. */
    @TestFactory
    Stream<DynamicTest> whateverIsWrongIsToldAndCanBePutRight() {
        Installation installation =
                Installation.connected(directory, sandbox, sandbox.rseriesBaseUrl(), sandbox.shopifyBaseUrl());
        installation.done("connection add other --platform lightspeed-r --account 4711 --base-url "
                + sandbox.rseriesBaseUrl() + " --environment sandbox --access read --token-env TILL");
        Stream<DynamicTest> each = table().map(
                        wrong -> DynamicTest.dynamicTest(wrong.what(), () -> isToldAndPutRight(installation, wrong)));
        return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("afterwards all is well", installation::isWell)));
    }

    private void isToldAndPutRight(Installation installation, Wrong wrong) throws Exception {
        wrong.breaking().in(directory);
        Terminal.Outcome outcome = installation.run(wrong.command());
        wrong.mending().in(directory);

        assertThat(outcome.exit()).as(outcome.both()).isEqualTo(wrong.exit());
        assertThat(outcome.both()).contains(wrong.words()).doesNotContain("Exception");
        assertThat(installation.done("runs list --json").json())
                .noneMatch(run -> run.path("counts").has("WRITTEN"));
    }
}
