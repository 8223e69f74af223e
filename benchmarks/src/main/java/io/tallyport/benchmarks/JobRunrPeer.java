package io.tallyport.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.mariadb.MariaDbStorageProvider;
import org.jobrunr.utils.mapper.gson.GsonJsonMapper;
import org.jspecify.annotations.Nullable;

/** JobRunr's free edition, which polls each 5 s, the least it takes. */
final class JobRunrPeer implements QueuePeer {

    static final String NAME = "jobrunr";

    private static final Duration POLL = Duration.ofSeconds(5);

    /** It makes its handlers itself, so they find this here. */
    private static volatile LongConsumer consumer = number -> {};

    private final QueueServer server;
    private @Nullable HikariDataSource pool;
    private @Nullable StorageProvider storage;
    private @Nullable JobRequestScheduler scheduler;

    /** A job. It is read and written by its fields. */
    public static final class Nothing implements JobRequest {
        private long number;

        public Nothing() {}

        Nothing(long number) {
            this.number = number;
        }

        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    /** Hands the number on. */
    public static final class Handler implements JobRequestHandler<Nothing> {
        @Override
        public void run(Nothing job) {
            consumer.accept(job.number);
        }
    }

    JobRunrPeer(QueueServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void setUp() {
        server.recreate(NAME);
        // It makes its tables when it is opened.
        scheduler();
    }

    private synchronized StorageProvider storage() {
        if (storage == null) {
            pool = server.pool(NAME);
            storage = new MariaDbStorageProvider(pool);
            storage.setJobMapper(new JobMapper(new GsonJsonMapper()));
        }
        return storage;
    }

    private synchronized JobRequestScheduler scheduler() {
        if (scheduler == null) {
            scheduler = new JobRequestScheduler(storage());
        }
        return scheduler;
    }

    @Override
    public void enqueueOne(long number) {
        scheduler().enqueue(new Nothing(number));
    }

    @Override
    public void enqueueMany(long first) {
        scheduler().enqueue(LongStream.range(first, first + BATCH).mapToObj(Nothing::new));
    }

    @Override
    public Running start(LongConsumer onJob, Poll poll) {
        consumer = onJob;
        BackgroundJobServer worker = JobRunr.configure()
                .useJsonMapper(new GsonJsonMapper())
                .useStorageProvider(storage())
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(POLL)
                        .andWorkerCount(THREADS))
                .initialize()
                .getBackgroundJobServer();
        return worker::stop;
    }

    @Override
    public long left() {
        return server.number(
                NAME, "SELECT COUNT(*) FROM jobrunr_jobs WHERE state IN ('ENQUEUED', 'PROCESSING', 'FAILED')");
    }

    @Override
    public void clear() {
        server.execute(NAME, "TRUNCATE TABLE jobrunr_jobs");
    }

    @Override
    public synchronized void close() {
        if (pool != null && storage != null) {
            storage.close();
            pool.close();
            storage = null;
            pool = null;
            scheduler = null;
        }
    }
}
