package io.tallyport.runtime;

import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobPorts;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.JobWorker;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.job.PruneJobs;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.ScheduleDesk;
import io.tallyport.core.job.ScheduleKeeper;
import io.tallyport.core.job.WorkerInfo;
import io.tallyport.core.job.WorkerSettings;
import io.tallyport.runtime.queue.JsonJobCodec;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Makes workers for this process. */
public final class QueueStaff {

    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final String ACTOR = "worker";

    private final QueueSettings settings;
    private final JobHandlers handlers;
    private final JobPorts ports;
    private final ScheduleKeeper keeper;
    private final ScheduleDesk schedules;
    private final JobSignal signal;

    @Inject
    QueueStaff(
            QueueSettings settings,
            JobHandlers handlers,
            JobPorts ports,
            ScheduleKeeper keeper,
            ScheduleDesk schedules,
            JobSignal signal) {
        this.settings = settings;
        this.handlers = handlers;
        this.ports = ports;
        this.keeper = keeper;
        this.schedules = schedules;
        this.signal = signal;
    }

    /**
     * What a worker is wanted for.
     *
     * @param name what people call it; host and process unless given
     * @param version of the program
     * @param threads jobs that it runs at once; as the settings say unless given
     * @param types only these; all unless given
     */
    public record Contract(Optional<String> name, String version, Optional<Integer> threads, Set<String> types) {

        public Contract {
            types = Set.copyOf(types);
        }

        /** For all types, by the settings. */
        public static Contract of(String version) {
            return new Contract(Optional.empty(), version, Optional.empty(), Set.of());
        }
    }

    /** A worker that has not begun. */
    public record Hired(JobWorker worker, String name, int threads, Set<String> types) {}

    /**
     * Makes a worker, and sees to it that jobs which ended long ago are removed from time to time.
     *
     * @throws IllegalArgumentException when nobody here can do one of the types
     */
    public Hired hire(Contract contract) {
        JobHandlers able = contract.types().isEmpty() ? handlers : handlers.only(contract.types());
        String host = host();
        String name =
                contract.name().orElse(host + "-" + ProcessHandle.current().pid());
        WorkerSettings how = workerSettings(contract.threads().orElse(settings.threads()));
        keepSmall();
        JobWorker worker = new JobWorker(
                how, new WorkerInfo(name, host, contract.version()), able, ports, signal, Optional.of(keeper));
        return new Hired(worker, name, how.threads(), able.types());
    }

    private WorkerSettings workerSettings(int threads) {
        WorkerSettings how = WorkerSettings.DEFAULT
                .withThreads(threads)
                .withIdlePoll(settings.idlePoll())
                .withLease(settings.lease())
                .withStopLimit(settings.grace());
        return settings.memoryLimitBytes() == 0 ? how : how.withMemoryLimit(settings.memoryLimitBytes());
    }

    /** A queue that nobody prunes grows without end; a person may pause or replace the schedule. */
    private void keepSmall() {
        if (schedules.find(PruneJobs.TYPE).isEmpty()) {
            NewJob job = NewJob.of(JobType.of(PruneJobs.TYPE, 1, JsonJobCodec.of(Nothing.class, 1)), new Nothing());
            schedules.put(
                    new Schedule(
                            PruneJobs.TYPE,
                            Optional.empty(),
                            Optional.of(PRUNE_EVERY),
                            ZoneOffset.UTC,
                            Schedule.CatchUp.ONCE,
                            job,
                            false),
                    ACTOR);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
