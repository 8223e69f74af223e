package io.tallyport.core.inventory;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is past its time, in small batches, each a transaction of its own: it may be stopped at any point and run
 * again. What a rollback needs stays through its undo window, an open intent stays for ever, and so does the audit trail.
 */
public final class PruneHistory {

    private static final Logger LOG = LoggerFactory.getLogger(PruneHistory.class);
    private static final int BATCH = 1000;

    private final PastStore past;
    private final AuditTrail audit;
    private final Retention retention;
    private final Path plans;
    private final Clock clock;

    /**
     * Prunes by these rules.
     *
     * @param plans the directory whose plan files are ours to delete; those elsewhere are their owner's
     */
    public PruneHistory(PastStore past, AuditTrail audit, Retention retention, Path plans, Clock clock) {
        this.past = past;
        this.audit = audit;
        this.retention = retention;
        this.plans = plans.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param olderThan in place of each window but the undo window
     * @param dryRun whether it is only counted
     */
    public record Request(Optional<Duration> olderThan, boolean dryRun, String actor) {

        public Request {
            if (olderThan.filter(Duration::isNegative).isPresent()) {
                throw new IllegalArgumentException("what is past is older than a time that is not negative");
            }
        }
    }

    /**
     * What went, or would go.
     *
     * @param before by kind, the time before which it goes
     * @param files plan files that were deleted; 0 in a dry run
     */
    public record Result(Map<Past, Long> counts, Map<Past, Instant> before, long files) {}

    public Result prune(Request request) {
        Map<Past, Long> counts = new EnumMap<>(Past.class);
        Map<Past, Instant> before = new EnumMap<>(Past.class);
        Instant now = clock.instant();
        for (Past what : Past.values()) {
            Instant until = now.minus(retention.of(what, request.olderThan()));
            before.put(what, until);
            counts.put(what, past.count(what, until));
        }
        if (request.dryRun()) {
            return new Result(counts, before, 0);
        }
        long files = 0;
        for (Past what : Past.values()) {
            if (what == Past.PLANS) {
                files = plans(until(before, what));
            } else if (what != Past.PRE_IMAGES) {
                all(what, until(before, what));
            }
        }
        LOG.info("pruned {}, and {} plan files", counts, files);
        audit.record(new AuditEntry(now, request.actor(), "history pruned", "history", counts + ", files " + files));
        return new Result(counts, before, files);
    }

    private static Instant until(Map<Past, Instant> before, Past what) {
        return before.getOrDefault(what, Instant.EPOCH);
    }

    private void all(Past what, Instant before) {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = past.remove(what, before, BATCH);
        }
    }

    /** A file goes before its row, so that a crash in between leaves a row without a file, and no file unknown. */
    private long plans(Instant before) {
        long files = 0;
        List<PlanRecord> batch = past.oldestPlans(before, BATCH);
        while (!batch.isEmpty()) {
            files += batch.stream().filter(this::deleted).count();
            int removed = past.remove(Past.PLANS, before, batch.size());
            batch = removed == batch.size() ? past.oldestPlans(before, BATCH) : List.of();
        }
        return files;
    }

    private boolean deleted(PlanRecord plan) {
        Path file = Path.of(plan.file()).toAbsolutePath().normalize();
        if (!file.startsWith(plans)) {
            return false;
        }
        try {
            return Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn("{} is left over and may be deleted: {}", file, left.getMessage());
            return false;
        }
    }
}
