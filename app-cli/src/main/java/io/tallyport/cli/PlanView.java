package io.tallyport.cli;

import io.tallyport.core.inventory.Coverage;
import io.tallyport.core.inventory.PlanApproval;
import io.tallyport.core.inventory.PlanCounts;
import io.tallyport.core.inventory.PlanHeader;
import io.tallyport.core.inventory.StockPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plan without its rows, as it is shown. */
record PlanView(
        String id,
        String route,
        String environment,
        @Nullable String file,
        String from,
        String to,
        String readStarted,
        String readEnded,
        String expires,
        boolean complete,
        Covers covers,
        boolean held,
        List<String> heldBecause,
        Counts counts,
        List<Approval> approvals,
        String hash,
        String kind,
        @Nullable String undoes) {

    /** Whether it covers everything or what changed. */
    record Covers(String kind, long changed, String because) {

        static Covers of(Coverage coverage) {
            return new Covers(Choices.word(coverage.kind()), coverage.changed(), coverage.because());
        }

        boolean isFull() {
            return kind.equals(Choices.word(Coverage.Kind.FULL));
        }

        String line(long rows) {
            if (kind.equals(Choices.word(Coverage.Kind.CHOSEN))) {
                return "only " + because + ": " + changed + " of " + rows;
            }
            return isFull() ? "everything: " + because : "cycle: " + changed + " changed of " + rows;
        }
    }

    /** How many rows there are of what. */
    record Counts(
            long sourceRows,
            long targetRows,
            long eligible,
            long unchanged,
            long changes,
            long toZero,
            long held,
            Map<String, Long> byAction,
            Map<String, Long> byReason) {

        static Counts of(PlanCounts counts) {
            return new Counts(
                    counts.sourceRows(),
                    counts.targetRows(),
                    counts.eligible(),
                    counts.unchanged(),
                    counts.changes(),
                    counts.toZero(),
                    counts.held(),
                    named(counts.byAction()),
                    named(counts.byReason()));
        }

        private static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
            Map<String, Long> named = new TreeMap<>();
            counts.forEach((key, count) -> named.put(key.name(), count));
            return named;
        }
    }

    /** Who released what. */
    record Approval(String actor, String at, String reason, boolean wholePlan, long rows) {

        static Approval of(PlanApproval approval) {
            return new Approval(
                    approval.actor(),
                    approval.at().toString(),
                    approval.reason(),
                    approval.wholePlan(),
                    approval.rows());
        }
    }

    static PlanView of(StockPlan plan, Path file) {
        PlanHeader header = plan.header();
        return new PlanView(
                header.id().value(),
                header.route().value(),
                Choices.word(header.environment()),
                file.toString(),
                header.source().toString(),
                header.target().toString(),
                header.readStarted().toString(),
                header.readEnded().toString(),
                header.expires().toString(),
                header.complete(),
                Covers.of(header.coverage()),
                plan.isHeld(),
                plan.heldBecause(),
                Counts.of(plan.counts()),
                plan.approvals().stream().map(Approval::of).toList(),
                plan.hash(),
                Choices.word(header.origin().kind()),
                header.origin().isUndo() ? header.origin().of() : null);
    }

    /** The same plan once its file is gone. */
    PlanView withoutFile() {
        return new PlanView(
                id,
                route,
                environment,
                null,
                from,
                to,
                readStarted,
                readEnded,
                expires,
                complete,
                covers,
                held,
                heldBecause,
                counts,
                approvals,
                hash,
                kind,
                undoes);
    }

    /** Whether it sets levels back, whatever the POS says. */
    boolean isUndo() {
        return undoes != null;
    }

    /** Whether there is nothing to apply, now or after an approval. */
    boolean isEmpty() {
        return counts.changes() == 0;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(Instant.parse(expires));
    }
}
