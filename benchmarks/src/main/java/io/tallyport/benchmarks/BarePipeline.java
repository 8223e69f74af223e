package io.tallyport.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One thread that claims, those that run, and one that writes down what is done. */
final class BarePipeline {

    private static final int CLAIM = 200;
    private static final int ACKNOWLEDGE = 500;
    private static final long WAIT_MILLIS = 100;
    private static final String SELECT =
            "SELECT id, number FROM bare_jobs WHERE state = 0 ORDER BY id LIMIT " + CLAIM + " FOR UPDATE SKIP LOCKED";

    private record Row(long id, long number) {}

    private final DataSource pool;
    private final LongConsumer onJob;
    private final long pollMillis;
    private final BlockingQueue<Row> claimed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ends;

    BarePipeline(DataSource pool, LongConsumer onJob, QueuePeer.Poll poll) {
        this.pool = pool;
        this.onJob = onJob;
        this.pollMillis = poll == QueuePeer.Poll.QUICK ? 10 : 50;
    }

    /** A step of a thread, done again and again. */
    private interface Step {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    void start() {
        begin(this::claim);
        begin(this::acknowledge);
        for (int i = 0; i < QueuePeer.THREADS; i++) {
            Thread thread = new Thread(this::runJobs, "bare-runner");
            threads.add(thread);
        }
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void begin(Step step) {
        threads.add(new Thread(() -> repeat(step), "bare"));
    }

    private void repeat(Step step) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            while (!ends) {
                step.run(connection);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim(Connection connection) throws SQLException, InterruptedException {
        List<Row> rows = claimed.size() < CLAIM ? select(connection) : List.of();
        if (!rows.isEmpty()) {
            set(connection, 1, rows.stream().map(Row::id).toList());
            claimed.addAll(rows);
        } else if (wake.tryAcquire(claimed.isEmpty() ? pollMillis : 1, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private static List<Row> select(Connection connection) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(SELECT);
                ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(rows.getLong(1), rows.getLong(2)));
            }
        }
        if (found.isEmpty()) {
            connection.commit();
        }
        return found;
    }

    private static void set(Connection connection, int state, List<Long> ids) throws SQLException {
        String list = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        try (PreparedStatement sql =
                connection.prepareStatement("UPDATE bare_jobs SET state = " + state + " WHERE id IN (" + list + ")")) {
            sql.executeUpdate();
        }
        connection.commit();
    }

    private void runJobs() {
        try {
            while (!ends) {
                Row row = claimed.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (row != null) {
                    onJob.accept(row.number());
                    done.add(row.id());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void acknowledge(Connection connection) throws SQLException, InterruptedException {
        Long first = done.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Long> some = new ArrayList<>(List.of(first));
            done.drainTo(some, ACKNOWLEDGE - 1);
            set(connection, 2, some);
        }
    }

    void wake() {
        wake.release();
    }

    void stop() {
        ends = true;
        threads.forEach(Waiting::join);
    }
}
