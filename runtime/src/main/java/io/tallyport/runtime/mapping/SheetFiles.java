package io.tallyport.runtime.mapping;

import io.tallyport.core.catalog.mapping.MappingErrors;
import io.tallyport.core.catalog.mapping.MappingFiles;
import io.tallyport.core.catalog.mapping.MappingLine;
import io.tallyport.core.catalog.mapping.MappingSheet;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.runtime.sheet.SheetText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

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
                if (SheetText.isCsv(file)) {
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
            return SheetText.read(file, text -> SheetText.isCsv(file) ? csv.read(text, names) : json.read(text, names));
        } catch (NoSuchFileException none) {
            throw refused(READ, file + ": " + reason(none));
        } catch (IllegalArgumentException unreadable) {
            throw refused(READ, String.valueOf(unreadable.getMessage()));
        }
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
