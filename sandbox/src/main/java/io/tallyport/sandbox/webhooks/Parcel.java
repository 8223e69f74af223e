package io.tallyport.sandbox.webhooks;

import java.time.Duration;
import java.time.Instant;

/** One delivery on its way; guarded by the post's monitor. */
final class Parcel {

    /** What became of it, or will. */
    enum State {
        HELD,
        WAITING,
        DELIVERED,
        REFUSED,
        GIVEN_UP,
        NOT_SENT
    }

    private static final int MOST_TRIES = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    final long number;
    final Subscription subscription;
    final String body;
    State state;
    int tries;
    /** Of the last try; 0 where nobody answered. */
    int status;

    Instant due;

    Parcel(long number, Subscription subscription, String body, State state, Instant due) {
        this.number = number;
        this.subscription = subscription;
        this.body = body;
        this.state = state;
        this.due = due;
    }

    /** Only silence and errors of the server are tried again, ever more seldom; other refusals are final. */
    void answered(int answer, Instant now) {
        tries++;
        status = answer;
        if (answer >= 200 && answer < 300) {
            state = State.DELIVERED;
        } else if (answer != 0 && answer < 500) {
            state = State.REFUSED;
        } else if (tries >= MOST_TRIES) {
            state = State.GIVEN_UP;
        } else {
            due = now.plus(wait(tries));
        }
    }

    private static Duration wait(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 12));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
