package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database in its directory: what survives, who may look, and several processes at once. */
final class EmbeddedDatabaseIT {

    private static final int ROWS = 100;

    @TempDir
    Path home;

    private Path directory() {
        return home.resolve("data");
    }

    private Database open() {
        return Database.open(DatabaseSettings.embedded(directory()), MasterKey.inDirectory(directory()));
    }

    @Test
    void whatWasCommittedIsThereAfterTheProcessHalts() throws Exception {
        assertDone(write("key ", "halt"), "key ");

        try (Database database = open()) {
            assertThat(database.stores().settings().all()).hasSize(ROWS);
        }
    }

    @Test
    void severalProcessesUseOneDirectoryAtOnce() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String end : List.of("close", "halt", "close")) {
            writers.add(write("writer " + writers.size() + " key ", end));
        }
        for (int i = 0; i < writers.size(); i++) {
            assertDone(writers.get(i), "writer " + i + " key ");
        }

        try (Database database = open()) {
            assertThat(database.stores().settings().all()).hasSize(3 * ROWS);
        }
    }

    /** A process that puts {@link #ROWS} settings and then ends in the way told. */
    private Process write(String prefix, String end) throws IOException {
        return Jvm.start(home.resolve(prefix), SettingsWriter.class, directory().toString(), prefix, "" + ROWS, end);
    }

    private void assertDone(Process process, String prefix) throws InterruptedException, IOException {
        int exitCode = process.waitFor();
        assertThat(exitCode).as(Files.readString(home.resolve(prefix))).isZero();
    }

    @Test
    void whoeverOpensTheDirectoryFirstSharesItWithTheNext() {
        try (Database first = open();
                Database second = open()) {
            first.migrate();
            first.stores().settings().put("key", "value");

            assertThat(second.stores().settings().find("key")).contains("value");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads the list of sockets from /proc")
    void itListensOnTheLoopbackAddressOnly() throws IOException {
        try (Database database = open()) {
            assertThat(database.info().product()).isEqualTo("H2");
            String port = Files.readAllLines(directory().resolve("tallyport.lock.db")).stream()
                    .filter(line -> line.startsWith("server="))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .findFirst()
                    .orElseThrow();

            assertThat(listeners(Integer.parseInt(port)))
                    .isNotEmpty()
                    .allMatch(address ->
                            address.equals("0100007F") || address.equals("0000000000000000FFFF00000100007F"));
        }
    }

    /** The local addresses, in the kernel's hexadecimal, that listen on a port. */
    private static List<String> listeners(int port) throws IOException {
        String ending = String.format(":%04X", port);
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[3].equals("0A") && fields[1].endsWith(ending))
                        .forEach(fields -> addresses.add(fields[1].substring(0, fields[1].indexOf(':'))));
            }
        }
        return addresses;
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "asks for POSIX rights")
    void keyAndPasswordAreTheOwnersAlone() throws IOException {
        try (Database database = open()) {
            database.migrate();
            database.stores().secrets().store("token", new Secret("geheim"));
            database.backup(home.resolve("backup.zip"));
        }

        for (Path file : List.of(
                directory().resolve("database.password"),
                directory().resolve("master.key"),
                home.resolve("backup.zip"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("database.password", "master.key", "tallyport.mv.db");
        }
    }

    @Test
    void noSecretIsInTheFilesInClear() throws IOException {
        SecretHandle handle;
        try (Database database = open()) {
            database.migrate();
            handle = database.stores().secrets().store("token", new Secret("shpat_0123456789geheim"));
        }

        assertThat(Files.readAllBytes(directory().resolve("tallyport.mv.db")))
                .asString(StandardCharsets.ISO_8859_1)
                .contains("tallyport")
                .doesNotContain("geheim");
        try (Database database = open()) {
            assertThat(database.stores().secrets().reveal(handle)).contains(new Secret("shpat_0123456789geheim"));
        }
    }

    @Test
    void allWhoOpenANewDirectoryAtOnceGetOnePasswordAndOneKey() {
        List<String> passwords =
                Racers.race(8, number -> DatabaseSettings.embedded(directory()).password());
        List<byte[]> keys =
                Racers.race(8, number -> MasterKey.inDirectory(directory()).forNewSecrets());

        assertThat(passwords).containsOnly(passwords.get(0)).allMatch(password -> password.length() > 20);
        assertThat(keys).allSatisfy(key -> assertThat(key).isEqualTo(keys.get(0)));
    }

    @Test
    void aDatabaseOnTheDiskTellsItsSize() {
        try (Database database = open()) {
            assertThat(database.info().schemaVersion()).isEmpty();
            assertThat(database.info().pending()).hasSize(16).first().isEqualTo("001 connections and routes");

            assertThat(database.migrate()).isEqualTo(16);

            assertThat(database.info().pending()).isEmpty();
            assertThat(database.info().bytes()).isPresent();
        }
    }

    @Test
    void anotherPasswordIsRefusedAndNotPrinted() {
        open().close();
        DatabaseSettings settings = DatabaseSettings.embedded(directory());
        DatabaseSettings wrong = new DatabaseSettings(settings.url(), settings.user(), "wrong-password", 2);

        assertThatThrownBy(() -> Database.open(wrong, TestDatabase.KEY))
                .isInstanceOf(PortException.Authentication.class)
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsTransient() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "in the way");

        assertThatThrownBy(() -> DatabaseSettings.embedded(file.resolve("data")))
                .isInstanceOf(PortException.Transient.class)
                .hasMessageContaining("cannot be used");
    }
}
