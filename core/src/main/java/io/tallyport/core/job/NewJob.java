package io.tallyport.core.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A job to enqueue.
 *
 * @param type its type's name
 * @param version of the payload's form
 * @param payload as the type's codec wrote it
 * @param priority its head start
 * @param delay how long from now it must not start, zero for at once
 * @param identity what it is about, when only one such job may wait
 * @param group which others it shares a limit with
 * @param tags for finding it, at most 10 of at most 60 characters without commas
 * @param parents what must be completed first; all must exist
 * @param onLostParent what becomes of it when one of them is not, also when that has been decided already
 * @param maxAttempts how often it is tried at most, the first time included
 */
public record NewJob(
        String type,
        int version,
        String payload,
        Priority priority,
        Duration delay,
        Optional<Identity> identity,
        Optional<JobGroup> group,
        Set<String> tags,
        List<JobId> parents,
        OnLostParent onLostParent,
        int maxAttempts) {

    private static final int TAGS = 10;
    private static final int TAG_LENGTH = 60;

    public NewJob {
        tags = Set.copyOf(tags);
        parents = parents.stream().distinct().toList();
        JobType.checkName(type);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a job starts now or later, got a delay of " + delay);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a job is tried once at least, got " + maxAttempts);
        }
        if (tags.size() > TAGS || tags.stream().anyMatch(NewJob::isBadTag)) {
            throw new IllegalArgumentException("a job has up to " + TAGS + " tags of 1 to " + TAG_LENGTH
                    + " characters without commas, got " + tags);
        }
    }

    private static boolean isBadTag(String tag) {
        return tag.isBlank() || tag.length() > TAG_LENGTH || tag.contains(",");
    }

    /** A job of a type with the type's own priority and tries, due at once. */
    public static <T> NewJob of(JobType<T> type, T payload) {
        return new NewJob(
                type.name(),
                type.version(),
                type.codec().encode(payload),
                type.priority(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                OnLostParent.CANCEL,
                type.retries().maxAttempts());
    }

    public NewJob withPriority(Priority other) {
        return new NewJob(
                type, version, payload, other, delay, identity, group, tags, parents, onLostParent, maxAttempts);
    }

    /** Not before this much time has passed. */
    public NewJob after(Duration later) {
        return new NewJob(
                type, version, payload, priority, later, identity, group, tags, parents, onLostParent, maxAttempts);
    }

    public NewJob withIdentity(String key, Identity.OnWaiting onWaiting) {
        Optional<Identity> own = Optional.of(new Identity(key, onWaiting));
        return new NewJob(
                type, version, payload, priority, delay, own, group, tags, parents, onLostParent, maxAttempts);
    }

    public NewJob inGroup(String name, int limit) {
        Optional<JobGroup> own = Optional.of(new JobGroup(name, limit));
        return new NewJob(
                type, version, payload, priority, delay, identity, own, tags, parents, onLostParent, maxAttempts);
    }

    public NewJob withTags(String... names) {
        Set<String> own = Set.of(names);
        return new NewJob(
                type, version, payload, priority, delay, identity, group, own, parents, onLostParent, maxAttempts);
    }

    /** Not before all of these are completed. */
    public NewJob waitingFor(List<JobId> others, OnLostParent choice) {
        return new NewJob(type, version, payload, priority, delay, identity, group, tags, others, choice, maxAttempts);
    }

    public NewJob withMaxAttempts(int tries) {
        return new NewJob(type, version, payload, priority, delay, identity, group, tags, parents, onLostParent, tries);
    }
}
