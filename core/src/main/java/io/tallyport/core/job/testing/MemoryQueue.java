package io.tallyport.core.job.testing;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.Enqueued;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.Identity.OnWaiting;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobProgress;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Pulse;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Renewal;
import io.tallyport.core.job.Settlement;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What workers and those who enqueue do. */
final class MemoryQueue implements JobQueue, QueueUpkeep, JobFence {

    private final JobTable table;
    private final Family family;
    private final Endings endings;
    private final MemoryWorkers workers;

    MemoryQueue(JobTable table, Family family, MemoryWorkers workers) {
        this.table = table;
        this.family = family;
        this.endings = new Endings(table, family);
        this.workers = workers;
    }

    @Override
    public List<Enqueued> enqueue(List<NewJob> jobs) {
        synchronized (table) {
            check(jobs);
            return jobs.stream().map(this::add).toList();
        }
    }

    private void check(List<NewJob> jobs) {
        Set<String> before = new HashSet<>();
        for (NewJob job : jobs) {
            for (JobId parent : job.parents()) {
                if (table.find(parent) == null) {
                    throw new PortException.Rejected(
                            FailureContext.of("enqueue"),
                            "job " + parent + ", which another was to wait for, does not exist");
                }
            }
            Optional<Identity> identity = job.identity();
            if (identity.isPresent()) {
                String key = identity.get().key();
                boolean waits = !before.add(key) || table.waiting(key) != null;
                if (waits && identity.get().onWaiting() == OnWaiting.FAIL) {
                    throw new PortException.Conflict(
                            FailureContext.of("enqueue"), "a job with the identity \"" + key + "\" waits already");
                }
            }
        }
    }

    private Enqueued add(NewJob job) {
        Optional<Row> there = job.identity().map(Identity::key).map(table::waiting);
        if (there.isEmpty()) {
            Row row = table.add(job);
            if (!job.delay().isZero()) {
                table.change(row, () -> row.place = Place.LATER);
            }
            family.adopt(row);
            return new Enqueued(row.id, Enqueued.How.ADDED);
        }
        Row row = there.get();
        if (job.identity().orElseThrow().onWaiting() == OnWaiting.IGNORE) {
            return new Enqueued(row.id, Enqueued.How.ALREADY_WAITING);
        }
        row.payload = job.payload();
        row.version = job.version();
        return new Enqueued(row.id, Enqueued.How.REPLACED);
    }

    @Override
    public List<ClaimedJob> claim(WorkerId worker, Set<String> types, int limit) {
        synchronized (table) {
            List<ClaimedJob> claimed = new ArrayList<>();
            Optional<Row> next = workers.isAlive(worker) ? table.firstReady(types) : Optional.empty();
            while (next.isPresent() && claimed.size() < limit) {
                Row row = next.get();
                if (table.mayRun(row)) {
                    begin(row, worker);
                    claimed.add(row.claimed());
                } else {
                    table.change(row, () -> row.place = Place.HELD);
                }
                next = table.firstReady(types);
            }
            return claimed;
        }
    }

    private void begin(Row row, WorkerId worker) {
        Instant now = table.now();
        table.change(row, () -> {
            row.state = JobState.PROCESSING;
            row.place = Place.RUNNING;
        });
        row.fence++;
        row.attempts++;
        row.startedAt = now;
        row.worker = worker;
        row.workerName = workers.nameOf(worker);
        row.progress = Job.Progress.NONE;
        row.record(now, row.workerName, "", "");
    }

    @Override
    public Renewal renew(WorkerId worker, Pulse pulse, Duration lease) {
        synchronized (table) {
            if (!workers.renew(worker, pulse, lease)) {
                return new Renewal(false, Set.of());
            }
            pulse.progress().forEach(this::keep);
            return new Renewal(
                    true,
                    table.running().stream()
                            .filter(row -> row.cancelRequested && worker.equals(row.worker))
                            .map(row -> row.id)
                            .collect(Collectors.toSet()));
        }
    }

    private void keep(JobProgress told) {
        Row row = table.find(told.id());
        if (row != null && row.isHeldBy(told.fence())) {
            row.progress = new Job.Progress(told.done(), told.total(), told.message());
        }
    }

    @Override
    public List<Settlement> settle(List<Settlement> settlements) {
        synchronized (table) {
            return settlements.stream().filter(one -> !endings.settle(one)).toList();
        }
    }

    @Override
    public boolean isAnythingDue(Set<String> types) {
        synchronized (table) {
            return table.isAnythingDue(types);
        }
    }

    @Override
    public int promote(int limit) {
        synchronized (table) {
            List<Row> due = table.dueLater(limit);
            due.forEach(row -> table.change(row, () -> row.place = Place.READY));
            return due.size();
        }
    }

    @Override
    public int reap(int limit) {
        synchronized (table) {
            List<Row> lost = table.running().stream()
                    .filter(row -> row.worker == null || !workers.isAlive(row.worker))
                    .limit(limit)
                    .toList();
            for (Row row : lost) {
                if (row.worker != null) {
                    workers.leave(row.worker);
                }
                endings.takeBack(row);
            }
            return lost.size();
        }
    }

    @Override
    public int release(int limit) {
        synchronized (table) {
            return table.letGoAll(limit);
        }
    }

    @Override
    public boolean isHeld(JobId id, long fence) {
        synchronized (table) {
            Row row = table.find(id);
            return row != null && row.isHeldBy(fence) && row.worker != null && workers.isAlive(row.worker);
        }
    }
}
