package io.tallyport.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What a queue by hand would be: one table, no history, no fence, no heartbeat. What it does is the most one can hope for. */
final class BarePeer implements QueuePeer {

    static final String NAME = "bare";

    private static final String TABLE = """
            CREATE TABLE bare_jobs (
                id BIGINT NOT NULL AUTO_INCREMENT,
                state TINYINT NOT NULL DEFAULT 0,
                number BIGINT NOT NULL,
                PRIMARY KEY (id),
                INDEX bare_jobs_state (state, id))
            """;
    private static final String INSERT = "INSERT INTO bare_jobs (number) VALUES (?)";

    private final QueueServer server;
    private @Nullable HikariDataSource pool;
    private volatile @Nullable BarePipeline pipeline;

    BarePeer(QueueServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void setUp() {
        server.recreate(NAME);
        server.execute(NAME, TABLE);
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            pool = server.pool(NAME);
        }
        return pool;
    }

    @Override
    public void enqueueOne(long number) {
        insert(number, 1);
    }

    @Override
    public void enqueueMany(long first) {
        insert(first, BATCH);
    }

    private void insert(long first, int count) {
        String statement = INSERT + ", (?)".repeat(count - 1);
        try (Connection connection = pool().getConnection();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            for (int i = 0; i < count; i++) {
                sql.setLong(i + 1, first + i);
            }
            sql.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        BarePipeline running = pipeline;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public Running start(LongConsumer onJob, Poll poll) {
        BarePipeline started = new BarePipeline(pool(), onJob, poll);
        started.start();
        pipeline = started;
        return () -> {
            pipeline = null;
            started.stop();
        };
    }

    @Override
    public long left() {
        return server.number(NAME, "SELECT COUNT(*) FROM bare_jobs WHERE state IN (0, 1)");
    }

    @Override
    public void clear() {
        server.execute(NAME, "TRUNCATE TABLE bare_jobs");
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
