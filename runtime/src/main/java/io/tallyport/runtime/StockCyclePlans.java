package io.tallyport.runtime;

import io.tallyport.core.inventory.schedule.StockCycleFiles;
import io.tallyport.core.job.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The plans of cycles, beside those of syncs by hand: {@code sync-plan-YYYYMMDD-HHMMSS-jobN-M.json} by UTC. */
final class StockCyclePlans implements StockCycleFiles {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Clock clock;

    StockCyclePlans(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Path next(JobId job, int attempt) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make " + directory, failed);
        }
        return directory.resolve("sync-plan-" + STAMP.format(clock.instant()) + "-job" + job + "-" + attempt + ".json");
    }

    @Override
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + file, failed);
        }
    }
}
