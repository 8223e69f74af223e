package io.tallyport.core.job;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Does to all jobs that fit a filter what {@link JobDesk} does to some, page by page. */
public final class JobBatches {

    private static final int PAGE = 500;

    private final JobHistory history;
    private final JobDesk desk;

    public JobBatches(JobHistory history, JobDesk desk) {
        this.history = history;
        this.desk = desk;
    }

    /** Replays them; how many may start now. */
    public long replay(JobFilter filter, String actor) {
        return each(filter, ids -> desk.replay(ids, actor).size());
    }

    /** Takes note of them; how many were not noted yet. */
    public long discard(JobFilter filter, String actor) {
        return each(filter, ids -> desk.discard(ids, actor));
    }

    /**
     * Jobs that waited at some time.
     *
     * @param filter what they fit, with the states that wait
     */
    public record Waiting(JobFilter filter, List<JobId> ids) {

        public Waiting {
            ids = List.copyOf(ids);
        }
    }

    /**
     * What taking back came to.
     *
     * @param cancelled are taken back
     * @param left had begun or ended by then
     * @param came wait now and did not when the others were looked up
     */
    public record Cleared(long cancelled, long left, long came) {}

    /** Those that wait now. */
    public Waiting waiting(JobFilter filter) {
        JobFilter waits = onlyWaiting(filter);
        return new Waiting(waits, ids(waits));
    }

    /** Takes back what waited then and still does, and nothing else: none that is in process, none that came later. */
    public Cleared clear(Waiting then, String actor) {
        long cancelled = each(then.ids(), some -> desk.takeBack(some, actor));
        Set<JobId> known = Set.copyOf(then.ids());
        long came =
                ids(then.filter()).stream().filter(id -> !known.contains(id)).count();
        return new Cleared(cancelled, then.ids().size() - cancelled, came);
    }

    /** The filter without the states that nothing can be taken back from. */
    private static JobFilter onlyWaiting(JobFilter filter) {
        Set<JobState> states = EnumSet.noneOf(JobState.class);
        for (JobState state : JobState.values()) {
            if (state.isWaiting()
                    && (filter.states().isEmpty() || filter.states().contains(state))) {
                states.add(state);
            }
        }
        if (states.isEmpty()) {
            throw new IllegalArgumentException("what is to be taken back waits, and " + filter.states() + " do not");
        }
        return new JobFilter(
                states, filter.type(), filter.group(), filter.tag(), filter.reason(), filter.unacknowledged());
    }

    /** Those that fit now; what comes to fit meanwhile is left. All ids first: what is done moves jobs between pages. */
    private long each(JobFilter filter, ToLongFunction<List<JobId>> action) {
        return each(ids(filter), action);
    }

    private static long each(List<JobId> ids, ToLongFunction<List<JobId>> action) {
        long done = 0;
        for (int from = 0; from < ids.size(); from += PAGE) {
            done += action.applyAsLong(ids.subList(from, Math.min(ids.size(), from + PAGE)));
        }
        return done;
    }

    private List<JobId> ids(JobFilter filter) {
        List<JobId> ids = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Job> page = history.list(filter, after, PAGE);
            page.items().forEach(job -> ids.add(job.id()));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }
}
