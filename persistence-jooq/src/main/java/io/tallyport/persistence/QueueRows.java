package io.tallyport.persistence;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.WorkerId;
import io.tallyport.persistence.schema.tables.records.QueueJobsRecord;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of the queue as the ports' records. */
final class QueueRows {

    private static final String COMMA = ",";

    private QueueRows() {}

    /** As it is after its claim, from the row before it. */
    static ClaimedJob claimed(QueueJobsRecord row) {
        return new ClaimedJob(
                new JobId(row.getId()),
                row.getFence() + 1,
                row.getType(),
                row.getVersion(),
                row.getPayload(),
                row.getAttempts() + 1,
                row.getMaxAttempts(),
                priority(row.getPriority()),
                Optional.ofNullable(row.getIdentityKey()),
                Optional.ofNullable(row.getGroupName()),
                QueueTime.instant(row.getEnqueuedAt()));
    }

    static Job job(QueueJobsRecord row) {
        return new Job(
                new JobId(row.getId()),
                row.getType(),
                row.getVersion(),
                row.getPayload(),
                JobState.valueOf(row.getState()),
                priority(row.getPriority()),
                Optional.ofNullable(row.getIdentityKey()),
                group(row.getGroupName(), row.getGroupLimit()),
                tags(row.getTags()),
                row.getAttempts(),
                row.getMaxAttempts(),
                QueueTime.instant(row.getEnqueuedAt()),
                QueueTime.instant(row.getAvailableAt()),
                QueueTime.maybe(row.getStartedAt()),
                QueueTime.maybe(row.getEndedAt()),
                Optional.ofNullable(row.getWorkerId()).map(WorkerId::new),
                row.getReason(),
                row.getMessage(),
                Optional.ofNullable(row.getOutput()),
                new Job.Progress(row.getProgressDone(), row.getProgressTotal(), row.getProgressText()),
                row.getCancelRequested(),
                row.getAcknowledged());
    }

    /** As it is stored: the more urgent, the lower. */
    static int number(Priority priority) {
        return switch (priority) {
            case CRITICAL -> 0;
            case HIGH -> 1;
            case NORMAL -> 2;
            case LOW -> 3;
        };
    }

    static Priority priority(int number) {
        return switch (number) {
            case 0 -> Priority.CRITICAL;
            case 1 -> Priority.HIGH;
            case 2 -> Priority.NORMAL;
            default -> Priority.LOW;
        };
    }

    static Optional<JobGroup> group(@Nullable String name, int limit) {
        return Optional.ofNullable(name).map(one -> new JobGroup(one, limit));
    }

    /** As {@code ,a,b,}, so that one is found with its commas around it. */
    static String tags(Set<String> tags) {
        return tags.isEmpty() ? "" : new TreeSet<>(tags).stream().collect(Collectors.joining(COMMA, COMMA, COMMA));
    }

    static Set<String> tags(String stored) {
        return Arrays.stream(stored.split(COMMA)).filter(tag -> !tag.isEmpty()).collect(Collectors.toSet());
    }

    static String tagged(String tag) {
        return COMMA + tag + COMMA;
    }
}
