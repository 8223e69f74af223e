package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.Enqueued;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.JobWorker;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Transition;
import io.tallyport.persistence.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs from end to end, on each database: over a caller's own connection, and with a worker that is killed. */
abstract class QueueJourney {

    @TempDir
    Path directory;

    private Tallyport tallyport;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> environment();

    /** How to open it beside Tallyport. */
    abstract DatabaseSettings database();

    @BeforeEach
    void open() {
        tallyport = Tallyport.builder()
                .dataDirectory(directory)
                .environment(quick())
                .job(WorkInChild.LINES, WorkInChild.writingTo(ledger()))
                .start();
    }

    @AfterEach
    void close() {
        tallyport.close();
    }

    private Path ledger() {
        return directory.resolve("ledger.txt");
    }

    private Map<String, String> quick() {
        Map<String, String> variables = new HashMap<>(environment());
        variables.put("TALLYPORT_QUEUE_LEASE_SECONDS", "3");
        variables.put("TALLYPORT_QUEUE_WORKER_SLEEP", "0.05");
        return variables;
    }

    private static NewJob line(String text, boolean hangs) {
        return NewJob.of(WorkInChild.LINES, new WorkInChild.Line(text, hangs));
    }

    @Test
    void theJobAndTheCallersRowsCommitOrVanishTogether() throws SQLException {
        DatabaseSettings settings = database();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE foreign_orders (id VARCHAR(40) PRIMARY KEY)");
            connection.setAutoCommit(false);

            sql.executeUpdate("INSERT INTO foreign_orders VALUES ('kept')");
            Enqueued kept = tallyport
                    .jobsIn(connection)
                    .enqueue(line("kept", false).withIdentity("order:kept", Identity.OnWaiting.IGNORE));
            assertThat(tallyport.queue().history().find(kept.id())).isEmpty();
            connection.commit();

            sql.executeUpdate("INSERT INTO foreign_orders VALUES ('gone')");
            tallyport.jobsIn(connection).enqueue(line("gone", false));
            connection.rollback();

            assertThat(orders(sql)).isEqualTo(1);
            connection.commit();
            sql.execute("DROP TABLE foreign_orders");
        }
        worker().runUntilIdle();
        assertThat(lines()).containsExactly("kept begun 1", "kept done 1");
    }

    private static int orders(Statement sql) throws SQLException {
        try (ResultSet count = sql.executeQuery("SELECT COUNT(*) FROM foreign_orders")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void aKilledWorkersJobIsDoneByTheNextOneAndItsHistoryTellsSo() throws Exception {
        Enqueued hanging = tallyport.queue().jobs().enqueue(line("hanging", true));
        Process child = child();
        while (lines().isEmpty()) {
            assertThat(child.isAlive()).as("still on its way").isTrue();
        }
        child.destroyForcibly().waitFor();

        JobWorker next = worker();
        Thread working = new Thread(next::run);
        working.start();
        while (state(hanging) != JobState.COMPLETED) {
            assertThat(working.isAlive()).as("the next worker").isTrue();
        }
        next.stop();
        working.join();

        assertThat(lines()).containsExactly("hanging begun 1", "hanging begun 2", "hanging done 2");
        assertThat(tallyport.queue().history().transitions(hanging.id()))
                .extracting(Transition::to)
                .containsExactly(
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.COMPLETED);
        assertThat(tallyport.queue().history().transitions(hanging.id()).get(2))
                .satisfies(reset -> assertThat(reset.message()).isEqualTo("Reset due to timeout"));
    }

    @Test
    void whatEndedLongAgoIsPrunedBySchedule() {
        tallyport.queue().jobs().enqueue(line("one", false));
        worker().runUntilIdle();
        assertThat(tallyport.queue().schedules().find("queue-prune")).isPresent();
        tallyport.queue().schedules().run("queue-prune", "tester");
        worker().runUntilIdle();
        List<Job> pruned = tallyport
                .queue()
                .history()
                .list(JobFilter.ALL.ofType("queue-prune"), Optional.empty(), 10)
                .items();
        assertThat(pruned).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            assertThat(job.output().orElseThrow()).startsWith("removed 0 jobs");
        });
    }

    private JobWorker worker() {
        return tallyport.queue().staff().hire(QueueStaff.Contract.of("test")).worker();
    }

    private JobState state(Enqueued job) {
        return tallyport.queue().history().find(job.id()).orElseThrow().state();
    }

    private List<String> lines() {
        try {
            return Files.exists(ledger()) ? Files.readAllLines(ledger()) : List.of();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Process child() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkInChild.class.getName(),
                directory.toString());
        builder.environment().putAll(quick());
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
    }
}
