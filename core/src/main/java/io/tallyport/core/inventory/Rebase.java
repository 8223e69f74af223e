package io.tallyport.core.inventory;

import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of a planned row after one of its sides has moved.
 *
 * <p>A row is carried over to the new figures only when the change a person saw keeps its direction and stays within what
 * was allowed, and when the target moved no further than the source did: a shop that sold one which the POS does not know
 * of yet must not get it back. Everything else waits for the next plan.
 */
final class Rebase {

    /** What to do with the row now. */
    enum Verdict {
        WRITE,
        IN_STEP,
        LEAVE
    }

    /**
     * The decision.
     *
     * @param from what the target must be, for WRITE
     * @param to what it is set to, for WRITE
     * @param reason why it is left, for LEAVE
     */
    record Decision(Verdict verdict, Quantity from, Quantity to, Reason reason) {}

    /**
     * The figures that what is known of a row rests on.
     *
     * @param ours whether the target's figure is our own write of this plan, not what the plan read
     */
    record Seen(Quantity local, Quantity remote, boolean ours) {

        static Seen planned(PlanRow row) {
            return new Seen(row.local().orElseThrow(), row.remote().orElseThrow(), false);
        }
    }

    private final RoutePolicy policy;
    private final boolean strict;
    private final long plannedZeroes;
    private final Set<ExternalId> newZeroes = new HashSet<>();

    /** What a plan may become; {@code plannedZeroes} are the rows that it sets to zero by itself. */
    Rebase(RoutePolicy policy, boolean strict, long plannedZeroes) {
        this.policy = policy;
        this.strict = strict;
        this.plannedZeroes = plannedZeroes;
    }

    Decision decide(PlanRow row, Seen before, Quantity local, Quantity remote) {
        Optional<Quantity> offered = row.rule().wanted(local);
        if (offered.isEmpty()) {
            return leave(Reason.LEFT_BY_RULE);
        }
        Quantity wanted = offered.get();
        if (remote.equals(wanted)) {
            return new Decision(Verdict.IN_STEP, remote, wanted, row.reason());
        }
        Quantity localMove = local.minus(before.local());
        Quantity remoteMove = remote.minus(before.remote());
        boolean asPlanned = before.ours() || before.remote().equals(row.remote().orElseThrow());
        if (localMove.isZero() && remoteMove.isZero() && asPlanned) {
            return new Decision(Verdict.WRITE, remote, wanted, row.reason());
        }
        Reason moved = remoteMove.isZero() && asPlanned ? Reason.MOVED_AT_SOURCE : Reason.MOVED_AT_TARGET;
        if (strict) {
            return leave(moved);
        }
        if (remoteMove.isNegative() && localMove.compareTo(remoteMove) > 0) {
            return leave(Reason.ORDER_NOT_AT_POS);
        }
        if (!remoteMove.isZero() && !remoteMove.equals(localMove)) {
            return leave(Reason.MOVED_AT_TARGET);
        }
        Quantity planned = row.desired().orElseThrow().minus(row.remote().orElseThrow());
        Quantity total = wanted.minus(row.remote().orElseThrow());
        Quantity step = wanted.minus(remote);
        Quantity allowed = planned.abs().compareTo(Quantity.of(policy.reviewThreshold())) > 0
                ? planned.abs()
                : Quantity.of(policy.reviewThreshold());
        // What we wrote before the till sold must follow the till, even back to where it was.
        boolean turned = !before.ours() && (total.signum() != planned.signum() || step.signum() != planned.signum());
        if (turned || step.abs().compareTo(allowed) > 0) {
            return leave(moved);
        }
        boolean newZero = wanted.isZero() && !row.desired().orElseThrow().isZero();
        if (newZero && isOverGuard(row, before)) {
            return leave(moved);
        }
        return new Decision(Verdict.WRITE, remote, wanted, moved);
    }

    /** Rows that sold out since count with the planned ones; what we wrote ourselves must follow the till first of all. */
    private boolean isOverGuard(PlanRow row, Seen before) {
        newZeroes.add(row.targetItem().orElseThrow());
        long planned = before.ours() ? 0 : plannedZeroes;
        return newZeroes.size() + planned > policy.guard().maxToZero();
    }

    private static Decision leave(Reason reason) {
        return new Decision(Verdict.LEAVE, Quantity.ZERO, Quantity.ZERO, reason);
    }
}
