package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.Transition;
import io.tallyport.persistence.TestDatabase;
import io.tallyport.persistence.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A handler takes all the memory of its worker's process and does not give it back. */
class MemoryGoneIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabases.mariadb();

    @TempDir
    Path directory;

    @Test
    void theWorkerEndsWithItsOwnCodeAndAnotherOneDoesTheJob() throws Exception {
        Map<String, String> environment = Map.of(
                "TALLYPORT_DB_URL", DATABASE.settings().url(),
                "TALLYPORT_DB_USER", DATABASE.settings().user(),
                "TALLYPORT_DB_PASSWORD", DATABASE.settings().password(),
                "TALLYPORT_QUEUE_LEASE_SECONDS", "3",
                "TALLYPORT_QUEUE_STOP_SECONDS", "10");
        try (Tallyport tallyport = Tallyport.builder()
                .dataDirectory(directory)
                .environment(environment)
                .job(HungryInChild.MEALS, (meal, context) -> Outcome.done("enough"))
                .start()) {
            JobId id = tallyport
                    .queue()
                    .jobs()
                    .enqueue(NewJob.of(HungryInChild.MEALS, new HungryInChild.Meal("all")))
                    .id();
            Path log = directory.resolve("child.log");
            Process child = child(environment, log);
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).as("it ends at all").isTrue();

            assertThat(child.exitValue()).as(Files.readString(log)).isEqualTo(HungryInChild.WANTS_MEMORY);
            while (job(tallyport, id).state() != JobState.COMPLETED) {
                tallyport
                        .queue()
                        .staff()
                        .hire(QueueStaff.Contract.of("test"))
                        .worker()
                        .runUntilIdle();
            }
            Job done = job(tallyport, id);
            assertThat(done.output()).contains("enough");
            assertThat(done.attempts()).isEqualTo(2);
            List<Transition> life = tallyport.queue().history().transitions(id);
            assertThat(life).extracting(Transition::to).containsSubsequence(JobState.PROCESSING, JobState.COMPLETED);
            assertThat(life.get(2).message()).containsAnyOf("OutOfMemoryError", "Reset due to timeout");
        }
    }

    private static Job job(Tallyport tallyport, JobId id) {
        return tallyport.queue().history().find(id).orElseThrow();
    }

    private Process child(Map<String, String> environment, Path log) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HungryInChild.class.getName(),
                directory.toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
