package io.tallyport.runtime.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tallyport.core.catalog.mapping.MappingErrors;
import io.tallyport.core.catalog.mapping.MappingFiles;
import io.tallyport.core.catalog.mapping.MappingLine;
import io.tallyport.core.catalog.mapping.MappingSheet;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** Mappings as files, in UTF-8: JSON, or CSV where the name ends so. */
public final class SheetFiles implements MappingFiles {

    private static final String WRITE = "write mapping file";
    private static final String READ = "read mapping file";

    private final JsonSheet json = new JsonSheet();
    private final CsvSheet csv = new CsvSheet();

    @Override
    public void write(Path file, MappingSheet sheet) {
        if (Files.exists(file)) {
            throw refused(WRITE, file + " exists already; choose another name");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        SheetNames names = SheetNames.of(sheet.source(), sheet.target());
        try {
            try (Writer out = new BufferedWriter(Files.newBufferedWriter(
                    part, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
                if (isCsv(file)) {
                    csv.write(out, sheet, names);
                } else {
                    json.write(out, sheet, names);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw refused(WRITE, file + " could not be written: " + reason(failed));
        }
    }

    @Override
    public List<MappingLine> read(Path file, Platform source, Platform target) {
        SheetNames names = SheetNames.of(source, target);
        try {
            String text = withoutMark(Files.readString(file, StandardCharsets.UTF_8));
            return isCsv(file) ? csv.read(text, names) : json.read(text, names);
        } catch (CharacterCodingException other) {
            throw refused(READ, file + " is not written in UTF-8");
        } catch (JsonProcessingException unreadable) {
            throw refused(
                    READ,
                    file
                            + (unreadable.getLocation() == null
                                    ? ""
                                    : ", line " + unreadable.getLocation().getLineNr())
                            + ": " + unreadable.getOriginalMessage());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(READ, file + ": " + reason(unreadable));
        }
    }

    /** Spreadsheets put a byte order mark in front. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** The system's own words, except where they are nothing but a file's name. */
    private static String reason(Exception failed) {
        return failed instanceof NoSuchFileException
                ? "there is no such file or directory"
                : String.valueOf(failed.getMessage());
    }

    private static PortException refused(String operation, String message) {
        return new PortException.Rejected(
                FailureContext.of(operation).withCode(MappingErrors.UNREADABLE_FILE), message);
    }
}
