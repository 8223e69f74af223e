package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.QueueStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * There is no room for the embedded database's file to grow. A process that may write files up to a size only stands for the full
 * disk: the system refuses its next byte in the same way.
 */
class QueueDiskFullIT {

    private static final long ROOM = 2_000_000;
    private static final int BLOCK = 512;

    @TempDir
    Path directory;

    @Test
    void whatWasStoredIsDoneWhenThereIsRoomAgainAndTheRestWasRefused() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell that can limit a process");
        open().close();
        Path log = directory.resolve("child.log");
        Process child = child(log);
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();

        List<String> said = Files.readAllLines(log);
        long stored = said.stream()
                .filter(line -> line.startsWith(EnqueueInChild.STORED))
                .count();
        assertThat(stored).as("%s", said).isPositive();
        assertThat(said)
                .filteredOn(line -> line.startsWith(EnqueueInChild.REFUSED))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("database"));
        try (Tallyport tallyport = open()) {
            QueueStatistics before = tallyport.queue().history().statistics();
            // The one whose answer was a refusal may be there.
            assertThat(before.count(JobState.PENDING)).isBetween(stored, stored + 1);
            tallyport
                    .queue()
                    .staff()
                    .hire(QueueStaff.Contract.of("test"))
                    .worker()
                    .runUntilIdle();
            assertThat(tallyport.queue().history().statistics().counts())
                    .containsOnlyKeys(JobState.COMPLETED)
                    .containsEntry(JobState.COMPLETED, before.count(JobState.PENDING));
        }
    }

    private Tallyport open() {
        return Tallyport.builder()
                .environment(Map.of())
                .dataDirectory(directory)
                .job(EnqueueInChild.BULKS, (bulk, context) -> Outcome.done())
                .start();
    }

    private Process child(Path log) throws IOException {
        long largest = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                largest = Math.max(largest, Files.size(file));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "ulimit -f " + (largest + ROOM) / BLOCK + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EnqueueInChild.class.getName(),
                directory.toString());
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
