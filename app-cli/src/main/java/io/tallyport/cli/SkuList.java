package io.tallyport.cli;

import io.tallyport.core.inventory.validation.ValidationErrors;
import io.tallyport.core.kernel.Sku;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** SKUs as people list them. */
final class SkuList {

    private SkuList() {}

    /** One a line; empty lines, and those that begin with {@code #}, are none. */
    static List<Sku> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.startsWith("\ufeff") ? line.substring(1) : line)
                    .filter(line -> Sku.isPresent(line) && !line.startsWith("#"))
                    .map(Sku::new)
                    .distinct()
                    .toList();
        } catch (NoSuchFileException gone) {
            throw ValidationErrors.rejected(ValidationErrors.NO_LIST, file + " does not exist");
        } catch (IOException unreadable) {
            throw ValidationErrors.rejected(
                    ValidationErrors.NO_LIST, file + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** With commas between. */
    static List<Sku> of(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(Sku::isPresent)
                .map(Sku::new)
                .distinct()
                .toList();
    }
}
