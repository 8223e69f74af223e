package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_JOBS;

import io.tallyport.core.job.JobState;
import org.jooq.Condition;

/** What can happen to a job next, as the number that is stored; V011 says what {@code sort_at} means in each. */
final class QueuePlace {

    static final int READY = 0;
    static final int RUNNING = 1;
    static final int LATER = 2;
    static final int HELD = 3;
    static final int BLOCKED = 4;
    static final int COMPLETED = 5;
    static final int DEAD = 6;
    static final int CANCELLED = 7;
    /** From here on: waits for the group with this number more. */
    static final int GROUPS = 1000;

    private QueuePlace() {}

    static int ofGroup(long group) {
        return Math.toIntExact(GROUPS + group);
    }

    static int of(JobState ended) {
        return switch (ended) {
            case COMPLETED -> COMPLETED;
            case DEAD -> DEAD;
            case CANCELLED -> CANCELLED;
            default -> throw new IllegalArgumentException(ended + " is not an end");
        };
    }

    /** Neither in process nor ended. */
    static boolean isWaiting(int place) {
        return place != RUNNING && (place < COMPLETED || place > CANCELLED);
    }

    static Condition isWaiting() {
        return QUEUE_JOBS.PLACE.in(READY, LATER, HELD, BLOCKED).or(QUEUE_JOBS.PLACE.gt(GROUPS));
    }
}
