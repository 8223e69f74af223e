package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.inventory.undo.BackupHeader;
import io.tallyport.core.inventory.undo.BackupPart;
import io.tallyport.core.inventory.undo.BackupRow;
import io.tallyport.core.inventory.undo.StockBackup;
import io.tallyport.core.inventory.undo.UndoErrors;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonBackupFilesTest {

    private static final Instant READ = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final ExternalId LOCATION = new ExternalId("gid://shopify/Location/10");
    private static final BackupHeader HEADER = new BackupHeader(
            "5f0e", new ConnectionId("web"), "shopify", "sandbox.myshopify.com", Environment.SANDBOX, READ);
    private static final List<BackupPart> PARTS =
            List.of(new BackupPart(LOCATION, "Main \"Street\"", READ, READ.plusSeconds(3), 2, true));
    private static final List<BackupRow> ROWS = List.of(
            new BackupRow(
                    LOCATION,
                    new StockLevel(
                            new ExternalId("1"),
                            Optional.of(new Sku("TEA-\"1\"")),
                            "Grüner Tee ☕\n],\n",
                            true,
                            Stocking.STOCKED,
                            Optional.of(Quantity.parse("4.75")),
                            Optional.of(Quantity.of(-2)))),
            new BackupRow(
                    LOCATION,
                    new StockLevel(
                            new ExternalId("2"),
                            Optional.empty(),
                            "",
                            false,
                            Stocking.NOT_STOCKED,
                            Optional.empty(),
                            Optional.empty())));

    @TempDir
    Path directory;

    private final JsonBackupFiles files = new JsonBackupFiles();

    private Path written() {
        Path file = directory.resolve("backup.json");
        files.write(file, HEADER, out -> {
            ROWS.forEach(out);
            return PARTS;
        });
        return file;
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> files.open(file))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(UndoErrors.UNREADABLE_BACKUP))
                .hasMessageContaining(why);
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Path file = written();
        StockBackup read = files.open(file);
        List<BackupRow> rows = new ArrayList<>();
        files.rows(file, rows::add);

        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.parts()).isEqualTo(PARTS);
        assertThat(read.hash()).hasSize(64);
        assertThat(rows).isEqualTo(ROWS);
    }

    @Test
    void theFileIsCanonicalAndStaysInItsFormat() throws IOException {
        assertThat(Files.readString(written())).startsWith("""
                {"format":"tallyport.stock-backup","version":1,
                "backup":{"id":"5f0e","connection":"web","platform":"shopify","account":"sandbox.myshopify.com",\
                "environment":"SANDBOX","begun":"2026-11-21T10:00:00.123Z"},
                "rows":[
                {"location":"gid://shopify/Location/10","item":"1","sku":"TEA-\\"1\\"",\
                "title":"Grüner Tee ☕\\n],\\n","tracked":true,"stocking":"STOCKED","onHand":4.75,"available":-2},
                {"location":"gid://shopify/Location/10","item":"2","title":"","tracked":false,"stocking":"NOT_STOCKED"}
                ],
                "locations":[{"location":"gid://shopify/Location/10","name":"Main \\"Street\\"",\
                "begun":"2026-11-21T10:00:00.123Z","ended":"2026-11-21T10:00:03.123Z","rows":2,"complete":true}],
                "hash":\
                """);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyShopHasABackupToo() {
        Path file = directory.resolve("empty.json");
        files.write(file, HEADER, out -> PARTS);
        List<BackupRow> rows = new ArrayList<>();
        files.rows(file, rows::add);

        assertThat(files.open(file).parts()).isEqualTo(PARTS);
        assertThat(rows).isEmpty();
    }

    @Test
    void anyAlteredByteIsRefused() throws IOException {
        String whole = Files.readString(written());
        Path altered = directory.resolve("altered.json");
        for (String part : List.of("4.75", "SANDBOX", "\"rows\":2", "Grüner", "\"version\":1", "5f0e")) {
            Files.writeString(altered, whole.replaceFirst(java.util.regex.Pattern.quote(part), part + "0"));
            assertThatThrownBy(() -> files.open(altered)).as(part).isInstanceOf(PortException.Rejected.class);
        }
    }

    @Test
    void aCutBackupNeverLooksWhole() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Path cut = directory.resolve("cut.json");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> files.open(cut))
                    .as("after %d bytes", length)
                    .isInstanceOf(PortException.Rejected.class);
        }
    }

    @Test
    void aFailedReadLeavesNoFile() throws IOException {
        Path file = directory.resolve("failed.json");
        assertThatThrownBy(() -> files.write(file, HEADER, out -> {
                    out.accept(ROWS.get(0));
                    throw new IllegalStateException("the shop is gone");
                }))
                .hasMessage("the shop is gone");
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aBackupIsNeverWrittenOver() {
        Path file = written();
        assertThatThrownBy(() -> files.write(file, HEADER, out -> PARTS)).hasMessageContaining("never written over");
        assertThat(files.open(file).parts()).isEqualTo(PARTS);
    }

    @Test
    void anotherFileOrVersionIsRefusedWithWhatItIs() throws IOException {
        Path other = directory.resolve("other.json");
        assertRefused(other, "there is no such file");
        Files.writeString(other, "{}\n");
        assertRefused(other, "not a stock backup");
        Files.writeString(other, Files.readString(written()).replace("\"version\":1", "\"version\":2"));
        assertRefused(other, "another format version");
    }
}
