package io.tallyport.core.inventory;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.UnitOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Releases held rows, or a plan that is held as a whole.
 *
 * <p>The approved plan is a new file content with a new hash, under the same name. It is written beside the old one
 * first, then the database changes over, then it takes the old one's place; a crash in between leaves a plan that the
 * same approval finishes.
 */
public final class ApproveStockPlan {

    private static final String OPERATION = "approve plan";

    private final PlanStore plans;
    private final PlanFiles files;
    private final PlanVault vault;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ApproveStockPlan(PlanStore plans, PlanFiles files, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        this.plans = plans;
        this.files = files;
        this.vault = new PlanVault(plans, files);
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What to approve.
     *
     * @param keys the rows to release; none for the whole plan and every held row
     * @param reason why, for the audit trail
     */
    public record Request(Path file, Set<String> keys, String actor, String reason) {

        public Request {
            keys = Set.copyOf(keys);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an approval needs a reason");
            }
        }
    }

    /**
     * Approves, and gives the plan as it is now.
     *
     * @throws PortException.Rejected when the plan is altered, unknown, applied or expired, when nothing of it is held,
     *     or when a named row is not held: nothing is approved then
     */
    public StockPlan approve(Request request) {
        PlanVault.Checked checked = vault.open(request.file());
        PlanRecord known = checked.record();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (known.state() == PlanState.APPLIED) {
            throw PlanErrors.rejected(OPERATION, PlanErrors.NOTHING_HELD, "the plan has been applied already");
        }
        if (!now.isBefore(known.expires())) {
            throw PlanErrors.rejected(OPERATION, PlanErrors.EXPIRED, "the plan expired at " + known.expires());
        }
        Set<String> held = heldKeys(request);
        boolean whole = request.keys().isEmpty();
        if (held.isEmpty() && !(whole && checked.plan().isHeld())) {
            throw PlanErrors.rejected(OPERATION, PlanErrors.NOTHING_HELD, "nothing in this plan waits for approval");
        }
        Counter released = new Counter();
        Path draft = request.file().resolveSibling(request.file().getFileName() + "." + UUID.randomUUID());
        StockPlan old = checked.plan();
        List<PlanApproval> approvals = new ArrayList<>(old.approvals());
        files.rows(request.file(), row -> released.add(row.isHeld() && (whole || held.contains(row.key()))));
        approvals.add(new PlanApproval(request.actor(), now, request.reason(), whole, released.count));
        StockPlan content =
                new StockPlan(old.header(), old.counts().released(released.count), old.heldBecause(), approvals, "");
        StockPlan approved = files.copy(request.file(), draft, content, row -> {
            boolean named = whole || held.contains(row.key());
            return row.isHeld() && named ? row.with(Hold.APPROVED) : row;
        });
        Path beside = PlanVault.beside(request.file(), approved.hash());
        PlanVault.move(draft, beside);
        try {
            unitOfWork.inOne(() -> save(known, approved, request, now, released.count));
        } catch (PortException.Conflict somebodyElse) {
            PlanVault.discard(beside);
            throw somebodyElse;
        }
        PlanVault.move(beside, request.file());
        return approved;
    }

    private Set<String> heldKeys(Request request) {
        Set<String> held = new HashSet<>();
        files.rows(request.file(), row -> {
            if (row.isHeld()) {
                held.add(row.key());
            }
        });
        Set<String> unknown = new TreeSet<>(request.keys());
        unknown.removeAll(held);
        if (!unknown.isEmpty()) {
            throw PlanErrors.rejected(
                    OPERATION, PlanErrors.NOTHING_HELD, "these rows are not held: " + String.join(", ", unknown));
        }
        if (!request.keys().isEmpty()) {
            held.retainAll(request.keys());
        }
        return held;
    }

    private void save(PlanRecord known, StockPlan approved, Request request, Instant now, long rows) {
        PlanState state = known.state() == PlanState.HELD && !approved.isHeld() ? PlanState.READY : known.state();
        if (!plans.change(known, known.with(approved.hash(), state))) {
            throw new PortException.Conflict(
                    FailureContext.of(OPERATION), "the plan was approved or applied by somebody else meanwhile");
        }
        audit.record(new AuditEntry(
                now,
                request.actor(),
                "stock plan approved",
                known.id().value(),
                rows + " rows; reason: " + request.reason()));
    }

    /** Counts while rows stream by. */
    private static final class Counter {
        private long count;

        void add(boolean one) {
            count += one ? 1 : 0;
        }
    }
}
