package io.tallyport.core.job;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A kind of job.
 *
 * @param <T> its payload
 * @param name 1 to 60 lower-case letters, digits, dots and hyphens; stored with each job, so it never changes
 * @param version of the payload's form, grows when the form changes
 * @param codec writes and reads payloads
 * @param timeLimit after which a try is given up
 * @param retries when it is tried again
 * @param priority unless a job has its own
 */
public record JobType<T>(
        String name, int version, JobCodec<T> codec, Duration timeLimit, RetrySchedule retries, Priority priority) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    public JobType {
        checkName(name);
        if (timeLimit.isZero() || timeLimit.isNegative()) {
            throw new IllegalArgumentException("a time limit is above zero, got " + timeLimit);
        }
    }

    /** A type with the default retries, normal priority and an hour for each try. */
    public static <T> JobType<T> of(String name, int version, JobCodec<T> codec) {
        return new JobType<>(name, version, codec, Duration.ofHours(1), RetrySchedule.DEFAULT, Priority.NORMAL);
    }

    public JobType<T> withTimeLimit(Duration limit) {
        return new JobType<>(name, version, codec, limit, retries, priority);
    }

    public JobType<T> withRetries(RetrySchedule schedule) {
        return new JobType<>(name, version, codec, timeLimit, schedule, priority);
    }

    public JobType<T> withPriority(Priority own) {
        return new JobType<>(name, version, codec, timeLimit, retries, own);
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a job type has a name of 1 to 60 lower-case letters, digits, dots and hyphens, got \"" + name
                            + "\"");
        }
    }
}
