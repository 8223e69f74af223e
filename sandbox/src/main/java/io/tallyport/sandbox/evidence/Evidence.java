package io.tallyport.sandbox.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes every secret that a test suite uses, and keeps what the program said and stored, so that a last test can look for
 * the one in the other.
 *
 * <p>Does nothing unless the system property {@value #PROPERTY} names a directory; a sandbox that people start by hand
 * notes nothing.
 */
public final class Evidence {

    /** Names the directory. */
    public static final String PROPERTY = "tallyport.evidence";

    /** The file in that directory that has a secret on each line; it is no evidence itself. */
    public static final String SECRETS = "secrets.used";

    /** Shorter texts are found everywhere and prove nothing. */
    public static final int SHORTEST = 12;

    private Evidence() {}

    /** Notes a secret that must be found nowhere. */
    public static void secret(String secret) {
        if (secret.length() >= SHORTEST) {
            directory().ifPresent(place -> append(place.resolve(SECRETS), secret + "\n"));
        }
    }

    /** Keeps a text under a name; several under one name are put one after another. */
    public static void keep(String name, String text) {
        directory().ifPresent(place -> append(place.resolve(name), text + "\n"));
    }

    /** A new place for a file of evidence whose name ends so; empty where nothing is kept. */
    public static Optional<Path> place(String ending) {
        return directory().map(place -> place.resolve(UUID.randomUUID() + ending));
    }

    private static Optional<Path> directory() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .map(Evidence::made);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Also other threads and processes append. */
    private static synchronized void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
