package io.tallyport.core.job.testing;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Transition;
import io.tallyport.core.job.WorkerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One job as it is stored. What an index depends on is changed only through {@link JobTable#change}. */
final class Row {

    private static final int MESSAGE_LENGTH = 2_000;

    final JobId id;
    final NewJob made;
    final Instant enqueuedAt;
    final Set<JobId> openParents = new HashSet<>();
    final List<Transition> history = new ArrayList<>();

    int version;
    String payload;
    JobState state = JobState.PENDING;
    Place place = Place.READY;
    Instant availableAt;
    long fence;
    int attempts;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    WorkerId worker;

    String workerName = "";
    String reason = "";
    String message = "";

    @Nullable
    String output;

    Job.Progress progress = Job.Progress.NONE;
    boolean cancelRequested;
    boolean acknowledged;

    Row(JobId id, NewJob made, Instant now) {
        this.id = id;
        this.made = made;
        this.enqueuedAt = now;
        this.availableAt = now.plus(made.delay());
        this.version = made.version();
        this.payload = made.payload();
    }

    Instant rank() {
        return availableAt.minus(made.priority().headStart());
    }

    Optional<String> key() {
        return made.identity().map(Identity::key);
    }

    Optional<String> groupName() {
        return made.group().map(JobGroup::name);
    }

    boolean isHeldBy(long claim) {
        return state == JobState.PROCESSING && fence == claim;
    }

    void say(String word, String text) {
        reason = word;
        message = text.length() > MESSAGE_LENGTH ? text.substring(0, MESSAGE_LENGTH) : text;
    }

    /** Keeps the step to the present state. */
    void record(Instant now, String by) {
        record(now, by, reason, message);
    }

    void record(Instant now, String by, String word, String text) {
        history.add(new Transition(now, state, by, attempts, word, text));
    }

    ClaimedJob claimed() {
        return new ClaimedJob(
                id,
                fence,
                made.type(),
                version,
                payload,
                attempts,
                made.maxAttempts(),
                made.priority(),
                key(),
                groupName(),
                enqueuedAt);
    }

    Job job() {
        return new Job(
                id,
                made.type(),
                version,
                payload,
                state,
                made.priority(),
                key(),
                made.group(),
                made.tags(),
                attempts,
                made.maxAttempts(),
                enqueuedAt,
                availableAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(worker),
                reason,
                message,
                Optional.ofNullable(output),
                progress,
                cancelRequested,
                acknowledged);
    }
}
