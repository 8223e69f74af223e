package io.tallyport.cli;

import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.runtime.QueueParts;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters are meant: some by their numbers, or all that fit. */
final class DeadSelection {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The jobs' numbers.")
    private List<JobId> ids = List.of();

    @Option(names = "--all", description = "All that nobody has discarded.")
    private boolean all;

    @Mixin
    private JobFilterOptions filter = new JobFilterOptions();

    List<JobId> ids() {
        return ids;
    }

    /**
     * Does something to them, after it is seen that each one named is dead.
     *
     * @return what the one that was called returned
     */
    long apply(QueueParts queue, ToLongFunction<List<JobId>> named, ToLongFunction<JobFilter> fitting) {
        if (ids.isEmpty()) {
            return fitting.applyAsLong(filter.in(Set.of(JobState.DEAD), true));
        }
        ids.forEach(id -> QueueDeadShowCommand.requireDead(queue.history(), id));
        return named.applyAsLong(ids);
    }

    /** Refuses a choice of nothing, and one of both ways. */
    void check(@Nullable CommandSpec spec) {
        boolean byFilter = all || filter.isGiven();
        if (ids.isEmpty() == !byFilter) {
            throw Specs.misuse(
                    spec,
                    "name the jobs by their numbers, or choose them by --type, --group, --tag, --reason" + " or --all");
        }
    }
}
