package io.tallyport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.Settlement;
import io.tallyport.core.job.Transition;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.job.WorkerInfo;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two workers on two nodes of a Galera cluster, where no node sees the other's locks and a commit may fail. Runs when
 * TALLYPORT_TEST_GALERA_URLS names two nodes, as {@code src/test/galera/cluster start} prints it.
 */
class GaleraQueueIT {

    private static final String VARIABLE = "TALLYPORT_TEST_GALERA_URLS";
    private static final String SCHEMA = "tallyport_queue_test";
    private static final Set<String> TYPES = Set.of("work");
    private static final int JOBS = 600;

    private final List<Database> nodes = new ArrayList<>();
    private final Map<JobId, AtomicInteger> ended = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inProcess = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();

    @BeforeEach
    void open() throws SQLException {
        String urls = System.getenv(VARIABLE);
        assumeTrue(urls != null, "no " + VARIABLE + ": the queue on a cluster was not tested");
        List<String> addresses = Arrays.asList(urls.split(","));
        execute(addresses.get(0), "DROP DATABASE IF EXISTS " + SCHEMA, "CREATE DATABASE " + SCHEMA);
        for (String address : addresses) {
            nodes.add(Database.open(
                    new DatabaseSettings(address + SCHEMA, "root", "", 6),
                    TestDatabase.KEY,
                    TestDatabase.CALIFORNIA_IN_WINTER,
                    new DatabaseClock()));
            nodes.get(0).migrate();
        }
    }

    @AfterEach
    void close() {
        nodes.forEach(Database::close);
    }

    private static void execute(String address, String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, "root", "");
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static NewJob job(int number) {
        NewJob plain = new NewJob(
                "work",
                1,
                "{}",
                Priority.NORMAL,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                OnLostParent.CANCEL,
                4);
        return number % 3 == 0 ? plain.withIdentity("key-" + number % 30, Identity.OnWaiting.IGNORE) : plain;
    }

    @Test
    void eachJobIsEndedByOneWorkerOnly() {
        for (int i = 0; i < JOBS; i++) {
            nodes.get(i % 2).stores().jobs().queue().enqueue(job(i));
        }

        List<Integer> done = Racers.race(4, racer -> work(nodes.get(racer % 2).stores()));

        assertThat(done).as("jobs of each worker").allMatch(some -> some > 0);
        Stores stores = nodes.get(0).stores();
        assertThat(stores.jobs().history().statistics().counts()).containsOnlyKeys(JobState.COMPLETED);
        assertThat(ended).hasSize((int) stores.jobs().history().statistics().count(JobState.COMPLETED));
        assertThat(ended.values()).allMatch(times -> times.get() == 1);
        assertThat(together).as("two jobs of one identity in process at once").hasValue(0);
        assertThat(ended.keySet())
                .allSatisfy(id -> assertThat(stores.jobs().history().transitions(id))
                        .extracting(Transition::to)
                        .containsOnlyOnce(JobState.COMPLETED));
    }

    /** Until nothing is left; what a commit refused was not claimed, or not settled. */
    private int work(Stores stores) {
        int done = 0;
        WorkerId worker = stores.jobs().workers().join(new WorkerInfo("w", "host", "1"), Duration.ofMinutes(5));
        while (isAnythingLeft(stores)) {
            again(() -> stores.jobs().upkeep().release(100));
            List<ClaimedJob> claimed = stores.jobs().queue().claim(worker, TYPES, 20);
            claimed.forEach(this::begin);
            claimed.forEach(this::end);
            List<Settlement> settlements = claimed.stream()
                    .map(job -> Settlement.completed(job, Optional.empty()))
                    .toList();
            List<Settlement> lost = again(() -> stores.jobs().queue().settle(settlements));
            claimed.stream()
                    .filter(job -> lost.stream().noneMatch(one -> one.id().equals(job.id())))
                    .forEach(job -> ended.computeIfAbsent(job.id(), any -> new AtomicInteger())
                            .incrementAndGet());
            done += claimed.size() - lost.size();
        }
        return done;
    }

    private static <T> T again(Supplier<T> call) {
        for (int i = 0; i < 100; i++) {
            try {
                return call.get();
            } catch (PortException.Transient busy) {
                // Nothing was stored.
            }
        }
        throw new AssertionError("a hundred commits in a row were refused");
    }

    private void begin(ClaimedJob job) {
        job.identity()
                .filter(key -> inProcess
                                .computeIfAbsent(key, any -> new AtomicInteger())
                                .incrementAndGet()
                        > 1)
                .ifPresent(twice -> together.incrementAndGet());
    }

    private void end(ClaimedJob job) {
        job.identity()
                .ifPresent(key -> inProcess
                        .computeIfAbsent(key, any -> new AtomicInteger())
                        .decrementAndGet());
    }

    private static boolean isAnythingLeft(Stores stores) {
        Map<JobState, Long> counts = stores.jobs().history().statistics().counts();
        return Arrays.stream(JobState.values())
                .anyMatch(state -> !state.isFinal() && counts.getOrDefault(state, 0L) > 0);
    }
}
