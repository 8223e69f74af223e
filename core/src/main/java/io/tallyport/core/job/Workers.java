package io.tallyport.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The workers of all processes. Thread-safe; heartbeats go through {@link JobQueue#renew}. */
public interface Workers {

    /** Adds a worker, which may claim until its lease ends. */
    WorkerId join(WorkerInfo info, Duration lease);

    /** Says that a worker has stopped and holds nothing. */
    void leave(WorkerId id);

    /** Those that have not left, and those that were seen within a day, the newest first. */
    List<Seen> list();

    /** Forgets workers that were last seen longer ago than this. */
    int forget(Duration age);

    /**
     * A worker as it was seen last.
     *
     * @param alive whether its lease has not ended and it has not left
     * @param held how many jobs it holds
     * @param running how many it said its threads work on
     */
    record Seen(
            WorkerId id,
            WorkerInfo info,
            Instant startedAt,
            Instant lastSeen,
            boolean alive,
            long held,
            int running,
            long memoryBytes) {}
}
