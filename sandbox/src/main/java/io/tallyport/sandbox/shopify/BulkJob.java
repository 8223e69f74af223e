package io.tallyport.sandbox.shopify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One bulk operation. It is CREATED in the answer that made it, RUNNING when it is first looked at, and done when it is
 * looked at again, its file is written, and its time is over.
 */
final class BulkJob {

    /** Results can be fetched for so long. */
    static final Duration KEPT = Duration.ofDays(7);

    /** One that nobody looks at is done after this time too. */
    private static final Duration UNWATCHED = Duration.ofSeconds(10);

    private final Clock clock;
    private final Asked asked;
    private final Instant created;
    private boolean looked;
    private boolean cancelSeen;
    private Optional<Instant> canceled = Optional.empty();
    private Optional<BulkResult> result = Optional.empty();
    private Optional<Instant> due = Optional.empty();

    /**
     * What is to be done.
     *
     * @param failure the error code that it is to fail with
     * @param host where the caller reaches this server
     */
    record Asked(long number, String query, Duration perThousandRows, Optional<String> failure, String host) {}

    BulkJob(Clock clock, Asked asked) {
        this.clock = clock;
        this.asked = asked;
        this.created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    Asked asked() {
        return asked;
    }

    synchronized boolean isCanceled() {
        return canceled.isPresent();
    }

    /** The file is written. */
    synchronized void written(BulkResult written) {
        result = Optional.of(written);
        Duration takes = asked.perThousandRows().multipliedBy(written.objects()).dividedBy(1_000);
        Instant end = created.plus(takes);
        due = Optional.of(end.isAfter(clock.instant()) ? end : clock.instant());
    }

    /** Stops it; false when it is done already. */
    synchronized boolean cancel() {
        if (!inProgress()) {
            return false;
        }
        canceled = canceled.or(() -> Optional.of(clock.instant()));
        return true;
    }

    synchronized boolean inProgress() {
        return switch (status()) {
            case "CREATED", "RUNNING", "CANCELING" -> true;
            default -> false;
        };
    }

    /** As it is told to somebody who asks; being asked moves it on. */
    synchronized BulkOperation look() {
        BulkOperation seen = snapshot();
        looked = true;
        cancelSeen |= canceled.isPresent();
        return seen;
    }

    /** As it is told in the answer to the mutation that made or stopped it. */
    synchronized BulkOperation snapshot() {
        return new BulkOperation(this, created, status(), result, doneAt());
    }

    synchronized BulkOperation newborn() {
        return new BulkOperation(this, created, "CREATED", Optional.empty(), Optional.empty());
    }

    private Optional<Instant> doneAt() {
        return canceled.isPresent() ? canceled : due;
    }

    synchronized String status() {
        if (canceled.isPresent()) {
            return cancelSeen ? "CANCELED" : "CANCELING";
        }
        Instant now = clock.instant();
        boolean watched = looked || !now.isBefore(created.plus(UNWATCHED));
        if (due.isEmpty() || now.isBefore(due.get()) || !watched) {
            return "RUNNING";
        }
        if (!now.isBefore(due.get().plus(KEPT))) {
            return "EXPIRED";
        }
        return result.filter(BulkResult::failed).isPresent() ? "FAILED" : "COMPLETED";
    }
}
