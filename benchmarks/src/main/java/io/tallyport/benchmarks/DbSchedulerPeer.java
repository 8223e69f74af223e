package io.tallyport.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** db-scheduler with the polling that it supports on MariaDB, each 50 ms, and immediate execution. The number is the job's name. */
final class DbSchedulerPeer implements QueuePeer {

    static final String NAME = "db-scheduler";

    private static final String TASK = "nothing";
    private static final Duration POLL = Duration.ofMillis(50);
    /** Its own default bounds of what it fetches, in parts of its threads. */
    private static final double LOWER = 0.5;

    private static final double UPPER = 3;

    private static final String TABLE = """
            CREATE TABLE scheduled_tasks (
                task_name VARCHAR(100) NOT NULL,
                task_instance VARCHAR(100) NOT NULL,
                task_data BLOB,
                execution_time TIMESTAMP(6) NOT NULL,
                picked BOOLEAN NOT NULL,
                picked_by VARCHAR(50),
                last_success TIMESTAMP(6) NULL,
                last_failure TIMESTAMP(6) NULL,
                consecutive_failures INT,
                last_heartbeat TIMESTAMP(6) NULL,
                version BIGINT NOT NULL,
                priority SMALLINT,
                PRIMARY KEY (task_name, task_instance),
                INDEX execution_time_idx (execution_time),
                INDEX last_heartbeat_idx (last_heartbeat))
            """;

    private final QueueServer server;
    private @Nullable HikariDataSource pool;
    private @Nullable SchedulerClient outside;
    private volatile @Nullable SchedulerClient client;

    DbSchedulerPeer(QueueServer server) {
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

    /** The scheduler while it runs, since that executes at once what is scheduled through it. */
    private SchedulerClient client() {
        SchedulerClient now = client;
        return now == null ? alone() : now;
    }

    private synchronized SchedulerClient alone() {
        if (outside == null) {
            outside = SchedulerClient.Builder.create(pool())
                    .jdbcCustomization(dialect())
                    .build();
        }
        return outside;
    }

    private static JdbcCustomization dialect() {
        return new MariaDBJdbcCustomization(true);
    }

    @Override
    public void enqueueOne(long number) {
        client().scheduleIfNotExists(instance(number), Instant.now());
    }

    @Override
    public void enqueueMany(long first) {
        List<TaskInstance<?>> batch = new ArrayList<>(BATCH);
        LongStream.range(first, first + BATCH).forEach(number -> batch.add(instance(number)));
        client().scheduleBatch(batch, Instant.now());
    }

    private static TaskInstance<Void> instance(long number) {
        return new TaskInstance<>(TASK, Long.toString(number));
    }

    @Override
    public Running start(LongConsumer onJob, Poll poll) {
        Task<Void> task = Tasks.oneTime(TASK).execute((job, context) -> onJob.accept(Long.parseLong(job.getId())));
        Scheduler scheduler = new SchedulerBuilder(pool(), List.of(task))
                .threads(THREADS)
                .pollingInterval(POLL)
                .pollUsingFetch(LOWER, UPPER)
                .enableImmediateExecution()
                .jdbcCustomization(dialect())
                .build();
        scheduler.start();
        client = scheduler;
        return () -> {
            client = null;
            scheduler.stop();
        };
    }

    @Override
    public long left() {
        return server.number(NAME, "SELECT COUNT(*) FROM scheduled_tasks");
    }

    @Override
    public void clear() {
        server.execute(NAME, "TRUNCATE TABLE scheduled_tasks");
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
            outside = null;
        }
    }
}
