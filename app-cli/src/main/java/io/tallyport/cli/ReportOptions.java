package io.tallyport.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a report goes, and in which form. */
final class ReportOptions {

    /** The forms that a report has. */
    enum Format {
        CSV,
        JSON,
        HTML;

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** For the shell's completion. */
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            super(Choices.words(Format.class));
        }
    }

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write a report to this file, with all rows that are kept. Never overwrites.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "${COMPLETION-CANDIDATES}; by the file's ending unless given.")
    private @Nullable String format;

    /** A report that was asked for. */
    record Wanted(Path file, Format format) {}

    /** What was asked for, before anything is done; a misuse where that cannot be. */
    Optional<Wanted> wanted(Shell shell, @Nullable CommandSpec spec) {
        if (out == null) {
            if (format != null) {
                throw Specs.misuse(spec, "--format says in which form --out FILE is written; give the file, too");
            }
            return Optional.empty();
        }
        return Optional.of(checked(shell.workingDirectory().resolve(out), spec));
    }

    /** The same, with a file that is named here where none was given. */
    Wanted wanted(Shell shell, String name, @Nullable CommandSpec spec) {
        if (out != null) {
            return checked(shell.workingDirectory().resolve(out), spec);
        }
        Format form = format == null ? Format.HTML : form(format, spec);
        Path file = shell.workingDirectory().resolve(name + form.ending());
        for (int number = 2; Files.exists(file); number++) {
            file = shell.workingDirectory().resolve(name + "-" + number + form.ending());
        }
        return new Wanted(file, form);
    }

    private Wanted checked(Path file, @Nullable CommandSpec spec) {
        if (Files.exists(file)) {
            throw Specs.misuse(spec, file + " exists already and is not overwritten");
        }
        return new Wanted(file, format == null ? byEnding(file, spec) : form(format, spec));
    }

    private static Format byEnding(Path file, @Nullable CommandSpec spec) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Format.values())
                .filter(each -> name.endsWith(each.ending()))
                .findFirst()
                .orElseThrow(() -> Specs.misuse(
                        spec, "say in which form " + file + " is written: --format " + String.join(" or ", words())));
    }

    private static Format form(String word, @Nullable CommandSpec spec) {
        return Arrays.stream(Format.values())
                .filter(each -> Choices.word(each).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Specs.misuse(spec, "\"" + word + "\" is none of " + String.join(", ", words())));
    }

    private static List<String> words() {
        return Choices.words(Format.class);
    }
}
