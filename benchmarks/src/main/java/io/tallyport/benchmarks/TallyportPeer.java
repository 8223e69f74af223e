package io.tallyport.benchmarks;

import io.tallyport.core.job.JobCodec;
import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobPorts;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.JobWorker;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.SignallingQueue;
import io.tallyport.core.job.WorkerInfo;
import io.tallyport.core.job.WorkerSettings;
import io.tallyport.persistence.Database;
import io.tallyport.persistence.DatabaseSettings;
import io.tallyport.persistence.MasterKey;
import io.tallyport.persistence.Stores;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Tallyport's queue as the product uses it: history, fences, heartbeats and upkeep included. */
final class TallyportPeer implements QueuePeer {

    static final String NAME = "tallyport";

    private static final Duration QUICK = Duration.ofMillis(10);

    private static final JobCodec<Long> NUMBER = new JobCodec<>() {
        @Override
        public String encode(Long payload) {
            return payload.toString();
        }

        @Override
        public Long decode(int version, String payload) {
            return Long.valueOf(payload);
        }
    };

    private static final JobType<Long> TYPE = JobType.of("bench.nothing", 1, NUMBER);

    private final QueueServer server;
    private final JobSignal signal = new JobSignal();
    private @Nullable Database database;

    TallyportPeer(QueueServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void setUp() {
        server.recreate(NAME);
        database().migrate();
    }

    private synchronized Database database() {
        if (database == null) {
            DatabaseSettings settings = DatabaseSettings.mariadb(server.url(NAME), server.user(), server.password());
            // Nothing here is secret.
            MasterKey key = MasterKey.fromEnvironment(Base64.getEncoder().encodeToString(new byte[32]));
            database = Database.open(settings.withPoolSize(CONNECTIONS), key);
        }
        return database;
    }

    private JobQueue queue() {
        return new SignallingQueue(database().stores().jobs().queue(), signal);
    }

    @Override
    public void enqueueOne(long number) {
        queue().enqueue(NewJob.of(TYPE, number));
    }

    @Override
    public void enqueueMany(long first) {
        queue().enqueue(LongStream.range(first, first + BATCH)
                .mapToObj(number -> NewJob.of(TYPE, number))
                .toList());
    }

    @Override
    public Running start(LongConsumer onJob, Poll poll) {
        WorkerSettings settings = WorkerSettings.DEFAULT.withThreads(THREADS);
        Stores stores = database().stores();
        JobHandlers handlers = JobHandlers.NONE.with(TYPE, (number, context) -> {
            onJob.accept(number);
            return Outcome.done();
        });
        JobWorker worker = new JobWorker(
                poll == Poll.QUICK ? settings.withIdlePoll(QUICK) : settings,
                new WorkerInfo(NAME, "localhost", "benchmarks"),
                handlers,
                new JobPorts(
                        queue(),
                        stores.jobs().upkeep(),
                        stores.jobs().workers(),
                        stores.jobs().fence()),
                signal,
                Optional.empty());
        Thread thread = new Thread(worker::run, "worker");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            worker.stop();
            Waiting.join(thread);
        };
    }

    @Override
    public long left() {
        return server.number(NAME, "SELECT COUNT(*) FROM queue_jobs WHERE place IN (0, 1)");
    }

    @Override
    public void clear() {
        server.execute(NAME, "TRUNCATE TABLE queue_jobs", "TRUNCATE TABLE queue_history");
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
