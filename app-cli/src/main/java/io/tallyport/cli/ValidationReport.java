package io.tallyport.cli;

import io.tallyport.core.inventory.validation.Validation;
import io.tallyport.core.inventory.validation.ValidationErrors;
import io.tallyport.core.inventory.validation.ValidationReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes a validation to a file, row by row, however many there are. */
final class ValidationReport {

    private ValidationReport() {}

    /** A form of report. */
    interface Form {
        void begin(Writer out, ValidationView validation) throws IOException;

        void row(Writer out, ValidationView.Row row) throws IOException;

        void end(Writer out) throws IOException;
    }

    static void write(ReportOptions.Wanted wanted, Validation validation, ValidationReports reports) {
        Path part = wanted.file().resolveSibling(wanted.file().getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                Form form = form(wanted.format());
                form.begin(out, ValidationView.of(validation));
                reports.rows(validation.id(), false, row -> {
                    try {
                        form.row(out, ValidationView.Row.of(row));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
                form.end(out);
            }
            Files.move(part, wanted.file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw failed(wanted.file(), part, failed);
        } catch (UncheckedIOException failed) {
            throw failed(wanted.file(), part, failed.getCause());
        }
    }

    private static Form form(ReportOptions.Format format) {
        return switch (format) {
            case CSV -> new CsvReport();
            case JSON -> new JsonReport();
            case HTML -> new HtmlReport();
        };
    }

    private static RuntimeException failed(Path file, Path part, @Nullable IOException failed) {
        String left = "";
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            left = "; " + part + " is left over";
        }
        String why = failed instanceof NoSuchFileException
                ? "its directory does not exist"
                : failed == null ? "no reason is known" : String.valueOf(failed.getMessage());
        return ValidationErrors.rejected(ValidationErrors.NO_REPORT, file + " could not be written: " + why + left);
    }
}
