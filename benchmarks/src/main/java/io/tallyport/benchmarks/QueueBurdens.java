package io.tallyport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** What makes queues slow in time: finished jobs, jobs for later, and somebody who reads an old state for long. */
final class QueueBurdens {

    /** Rows of one statement. */
    private static final long STEP = 200_000;

    private static final String NAME = TallyportPeer.NAME;
    private static final String MICROS = "CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)";
    /** A job from one that there is; what differs is between the two. */
    private static final String COPY = """
            INSERT INTO queue_jobs (place, sort_at, type, priority, state, version, head_start, enqueued_at, available_at,
                attempts, max_attempts, fence, steps, worker_id, started_at, ended_at, payload)
            SELECT %s FROM (SELECT * FROM queue_jobs WHERE place = %d LIMIT %d) AS some
            """;

    private static final String FINISHED =
            "place, sort_at - FLOOR(RAND() * 1000000), type, priority, state, version, head_start, enqueued_at, available_at, "
                    + "attempts, max_attempts, fence, steps, worker_id, started_at, ended_at, payload";
    /** Due within the next 30 days, from tomorrow on. */
    private static final String LATER =
            "2, " + MICROS + " + 86400000000 + FLOOR(RAND() * 2592000000000), type, priority, "
                    + "'PENDING', version, head_start, enqueued_at, " + MICROS
                    + " + 86400000000, 0, max_attempts, 0, 0, NULL, NULL, NULL, payload";

    private final QueueServer server;
    private final QueueMeasures measures;
    private final long finished;
    private final long later;
    private final int rounds;
    private double without = Double.NaN;

    QueueBurdens(QueueServer server, QueueMeasures measures, long finished, long later, int rounds) {
        this.server = server;
        this.measures = measures;
        this.finished = finished;
        this.later = later;
        this.rounds = rounds;
    }

    /** Jobs a second with all these rows, then without. They stay for the rounds to come, and the second is measured once. */
    double[] drainAmongMany(QueuePeer peer) {
        if (Double.isNaN(without)) {
            without = median(drainsAlone(peer));
            seed();
        }
        return new double[] {measures.drain(peer)[0], without};
    }

    private double[] drainsAlone(QueuePeer peer) {
        double[] all = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            peer.clear();
            all[i] = measures.drain(peer)[0];
        }
        return all;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** From the jobs that have just been completed. */
    private void seed() {
        long there = server.number(NAME, "SELECT COUNT(*) FROM queue_jobs WHERE place = 5");
        grow(there, finished, FINISHED, 5);
        long after = server.number(NAME, "SELECT MAX(id) FROM queue_jobs");
        grow(0, later, LATER, 5);
        for (long id = server.number(NAME, "SELECT MAX(job_id) FROM queue_history"); id < after; id += STEP) {
            server.execute(
                    NAME,
                    "INSERT INTO queue_history SELECT id, 1, ended_at, state, '', 1, worker_id, started_at, '', '' "
                            + "FROM queue_jobs WHERE id > " + id + " AND id <= " + (id + STEP) + " AND place = 5");
        }
        // As it is some minutes later: counted, and written to the disk.
        server.execute(NAME, "ANALYZE TABLE queue_jobs, queue_history");
        server.execute(NAME, "FLUSH TABLES queue_jobs, queue_history FOR EXPORT", "UNLOCK TABLES");
    }

    private void grow(long there, long wanted, String columns, int from) {
        long source = server.number(NAME, "SELECT COUNT(*) FROM queue_jobs WHERE place = " + from);
        long now = there;
        while (now < wanted) {
            long step = Math.min(Math.min(wanted - now, STEP), Math.max(source, now));
            server.execute(NAME, COPY.formatted(columns, from, step));
            now += step;
            System.err.printf("  %,d of %,d rows%n", now, wanted);
        }
    }

    /** Jobs a second while a reader keeps a state from before open, then without. */
    double[] drainBesideSnapshot(QueuePeer peer) {
        peer.clear();
        measures.drain(peer);
        double alone = measures.drain(peer)[0];
        peer.clear();
        try (Connection reader = server.connect(NAME);
                Statement sql = reader.createStatement()) {
            sql.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            sql.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            sql.execute("SELECT COUNT(*) FROM queue_jobs");
            // What is drained before leaves entries behind that cannot be purged.
            measures.drain(peer);
            return new double[] {measures.drain(peer)[0], alone};
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
