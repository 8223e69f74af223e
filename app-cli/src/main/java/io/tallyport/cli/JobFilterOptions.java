package io.tallyport.cli;

import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobState;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which jobs are meant, beside their state. */
final class JobFilterOptions {

    @Option(names = "--type", paramLabel = "TYPE", description = "Only jobs of this type.")
    private @Nullable String type;

    @Option(names = "--group", paramLabel = "GROUP", description = "Only jobs of this group, such as connection:web.")
    private @Nullable String group;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only jobs with this tag, such as route:main.")
    private @Nullable String tag;

    @Option(names = "--reason", paramLabel = "WORD", description = "Only jobs with this reason, such as transient.")
    private @Nullable String reason;

    boolean isGiven() {
        return type != null || group != null || tag != null || reason != null;
    }

    /** In these states; none means all. */
    JobFilter in(Set<JobState> states, boolean unacknowledged) {
        JobFilter filter = new JobFilter(
                states,
                JobFilter.ALL.type(),
                JobFilter.ALL.group(),
                JobFilter.ALL.tag(),
                JobFilter.ALL.reason(),
                unacknowledged);
        filter = type == null ? filter : filter.ofType(type);
        filter = group == null ? filter : filter.inGroup(group);
        filter = tag == null ? filter : filter.tagged(tag);
        return reason == null ? filter : filter.because(reason);
    }
}
