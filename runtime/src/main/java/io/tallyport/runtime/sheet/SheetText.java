package io.tallyport.runtime.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Files that people write: CSV or JSON by their names, in UTF-8. */
public final class SheetText {

    private SheetText() {}

    /** What understands a file's text. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Understands it.
         *
         * @throws IOException when it cannot, with the place
         * @throws IllegalArgumentException when it cannot
         */
        T read(String text) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @throws NoSuchFileException when there is none
     * @throws IllegalArgumentException when it is not in UTF-8 or cannot be understood; says which file, and where
     */
    public static <T> T read(Path file, Reading<T> reading) throws NoSuchFileException {
        try {
            return reading.read(withoutMark(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException none) {
            throw none;
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException(file + " is not written in UTF-8", other);
        } catch (JsonProcessingException unreadable) {
            String line = unreadable.getLocation() == null
                    ? ""
                    : ", line " + unreadable.getLocation().getLineNr();
            throw new IllegalArgumentException(file + line + ": " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whether it is called a CSV file. */
    public static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** Spreadsheets put a byte order mark in front. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
