package io.tallyport.core.job.testing;

import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Schedules by name. */
final class MemorySchedules implements Schedules {

    private final JobTable table;
    private final JobQueue queue;
    private final TreeMap<String, Kept> kept = new TreeMap<>();

    MemorySchedules(JobTable table, JobQueue queue) {
        this.table = table;
        this.queue = queue;
    }

    @Override
    public void put(Schedule schedule, Instant next) {
        synchronized (table) {
            Optional<Instant> last =
                    Optional.ofNullable(kept.get(schedule.name())).flatMap(Kept::last);
            kept.put(schedule.name(), new Kept(schedule, next, last));
        }
    }

    @Override
    public boolean remove(String name) {
        synchronized (table) {
            return kept.remove(name) != null;
        }
    }

    @Override
    public List<Kept> list() {
        synchronized (table) {
            return List.copyOf(kept.values());
        }
    }

    @Override
    public boolean fire(Kept due, Instant next, boolean runs) {
        synchronized (table) {
            Schedule schedule = due.schedule();
            if (!due.equals(kept.get(schedule.name()))) {
                return false;
            }
            if (runs) {
                queue.enqueue(job(schedule));
            }
            Optional<Instant> last = runs ? Optional.of(due.next()) : due.last();
            kept.put(schedule.name(), new Kept(schedule, next, last));
            return true;
        }
    }

    private static NewJob job(Schedule schedule) {
        return schedule.job()
                .after(Duration.ZERO)
                .waitingFor(List.of(), schedule.job().onLostParent())
                .withIdentity(schedule.identity(), Identity.OnWaiting.IGNORE);
    }

    @Override
    public Instant now() {
        synchronized (table) {
            return table.now();
        }
    }
}
