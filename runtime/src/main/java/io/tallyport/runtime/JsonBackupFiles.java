package io.tallyport.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.inventory.undo.BackupFiles;
import io.tallyport.core.inventory.undo.BackupHeader;
import io.tallyport.core.inventory.undo.BackupPart;
import io.tallyport.core.inventory.undo.BackupRow;
import io.tallyport.core.inventory.undo.StockBackup;
import io.tallyport.core.inventory.undo.UndoErrors;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Backups as JSON: one object, what it is of in its first lines, one level a line, then what each location came to, and the
 * hash last. Equal backups give equal bytes.
 */
final class JsonBackupFiles implements BackupFiles {

    private static final String FORMAT = "tallyport.stock-backup";
    private static final int VERSION = 1;
    private static final String HEAD = "{\"format\":\"" + FORMAT + "\",\"version\":";
    private static final String OPERATION = "backup file";

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    @Override
    public StockBackup write(Path file, BackupHeader header, Rows rows) {
        if (Files.exists(file)) {
            throw refused(file, "there is such a file already, and a backup is never written over");
        }
        return SealedFile.write(file, OPERATION, part -> writePart(part, header, rows));
    }

    private StockBackup writePart(Path part, BackupHeader header, Rows rows) throws IOException {
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly(part));
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            PlanHash hash = new PlanHash();
            RowLines lines = new RowLines(json, hash.through(file));
            lines.text(HEAD + VERSION + ",\n");
            lines.text(
                    "\"backup\":" + json.writeValueAsString(BackupJson.write(header, json.createObjectNode())) + ",\n");
            lines.text("\"rows\":[");
            List<BackupPart> parts = lines.write(rows::writeTo, BackupJson::write);
            lines.text(PlanTail.END_OF_ROWS);
            lines.text("\"locations\":" + json.writeValueAsString(BackupJson.write(parts, json.createArrayNode()))
                    + ",\n");
            String hex = hash.hex();
            file.write(PlanHash.tail(hex).getBytes(StandardCharsets.UTF_8));
            return new StockBackup(header, parts, hex);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path place) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public StockBackup open(Path file) {
        try {
            JsonNode header = header(file);
            String hash = PlanHash.check(file).orElseThrow(() -> refused(file, "it has been altered or is cut off"));
            String tail =
                    PlanTail.read(file).orElseThrow(() -> refused(file, "it is not a backup: its rows do not end"));
            return new StockBackup(BackupJson.header(header), BackupJson.parts(json.readTree(tail)), hash);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** The second line, once the first has said that this is a backup. */
    private JsonNode header(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = in.readLine();
            if (first == null || !first.startsWith(HEAD)) {
                throw refused(file, "it is not a stock backup");
            }
            if (!first.equals(HEAD + VERSION + ",")) {
                throw refused(file, "it has another format version, this program reads version " + VERSION);
            }
            String second = in.readLine();
            if (second == null) {
                throw refused(file, "it is cut off");
            }
            return json.readTree("{" + withoutComma(second) + "}").required("backup");
        }
    }

    @Override
    public void rows(Path file, Consumer<BackupRow> each) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String line = in.readLine();
            while (line != null && !line.equals("\"rows\":[")) {
                line = in.readLine();
            }
            line = in.readLine();
            while (line != null && line.startsWith("{")) {
                each.accept(BackupJson.row(json.readTree(withoutComma(line))));
                line = in.readLine();
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    private static PortException unreadable(Path file, Exception why) {
        return refused(
                file,
                why instanceof NoSuchFileException
                        ? "there is no such file"
                        : "it cannot be read: " + why.getMessage());
    }

    private static PortException.Rejected refused(Path file, String why) {
        return new PortException.Rejected(
                FailureContext.of(OPERATION).withCode(UndoErrors.UNREADABLE_BACKUP), file + ": " + why);
    }
}
