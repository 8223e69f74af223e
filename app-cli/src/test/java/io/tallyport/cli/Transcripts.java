package io.tallyport.cli;

import io.tallyport.sandbox.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what commands say and the files they leave, to be searched for secrets when all tests are over. */
final class Transcripts {

    /** They print tokens on purpose: those of a sandbox are there to be typed in, one that was just made is shown this once. */
    private static final List<List<String>> SHOW_TOKENS = List.of(List.of("sandbox"), List.of("token", "create"));

    private Transcripts() {}

    static void keep(List<String> command, String said) {
        boolean shows = SHOW_TOKENS.stream()
                .anyMatch(words -> command.size() >= words.size()
                        && command.subList(0, words.size()).equals(words));
        if (!shows) {
            Evidence.keep("cli.txt", String.join(" ", command.subList(0, Math.min(2, command.size()))) + "\n" + said);
        }
    }

    /** The master keys among the files are secrets themselves. */
    static void keepFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("master.key")) {
                    Evidence.secret(Files.readString(file).strip());
                } else if (name.endsWith(".json") || name.endsWith(".log")) {
                    Evidence.keep("cli-" + name, Files.readString(file));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
