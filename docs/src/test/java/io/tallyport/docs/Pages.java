package io.tallyport.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The project's pages, read as they lie in the repository. */
final class Pages {

    /** The repository; tests run in the directory of their module. */
    static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private Pages() {}

    static String text(String page) {
        return text(ROOT.resolve(page));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Every page of the repository and its modules. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT, 4)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The cells of each table row whose first cell is code, without the backticks around a whole cell. */
    static List<List<String>> rows(String page) {
        return text(page)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(Pages::cell)
                        .toList())
                .toList();
    }

    private static String cell(String raw) {
        String cell = raw.strip();
        boolean code = cell.length() > 1
                && cell.startsWith("`")
                && cell.endsWith("`")
                && cell.indexOf('`', 1) == cell.length() - 1;
        return code ? cell.substring(1, cell.length() - 1) : cell;
    }

    /** The text of the fenced blocks of one language. */
    static List<String> blocks(String page, String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean inside = false;
        for (String line : text(page).lines().toList()) {
            if (inside && line.equals("```")) {
                blocks.add(block.toString());
                block.setLength(0);
                inside = false;
            } else if (inside) {
                block.append(line).append('\n');
            } else {
                inside = line.equals("```" + language);
            }
        }
        return blocks;
    }
}
