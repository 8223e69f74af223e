package io.tallyport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of plan files: {@code sync-plan-YYYYMMDD-HHMMSS.json} by UTC, never that of a file which exists. */
final class PlanName {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PlanName() {}

    /** A free name among the plans that the data directory keeps. */
    static Path kept(Shell shell) {
        Path directory = shell.dataDirectory().resolve("plans");
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make " + directory, failed);
        }
        return in(directory, shell.clock().instant());
    }

    /** A free name in a directory. */
    static Path in(Path directory, Instant now) {
        String stem = "sync-plan-" + STAMP.format(now);
        Path file = directory.resolve(stem + ".json");
        for (int number = 2; Files.exists(file); number++) {
            file = directory.resolve(stem + "-" + number + ".json");
        }
        return file;
    }
}
