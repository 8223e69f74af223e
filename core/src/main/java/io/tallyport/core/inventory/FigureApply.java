package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies a plan that sets figures of the target: those of the source, or those of the past where it undoes something. */
final class FigureApply {

    private static final int RECENT_PLANS = 200;

    private final ApplyStores stores;
    private final PlanFiles files;
    private final PlanAdmission admission;
    private final RouteEnds ends;
    private final LeaseKeeper lease;
    private final ApplyJournal journal;
    private final Clock clock;

    FigureApply(
            ApplyStores stores,
            PlanFiles files,
            PlanAdmission admission,
            RouteEnds ends,
            LeaseKeeper lease,
            ApplyJournal journal,
            Clock clock) {
        this.stores = stores;
        this.files = files;
        this.admission = admission;
        this.ends = ends;
        this.lease = lease;
        this.journal = journal;
        this.clock = clock;
    }

    /** Settles what earlier runs left open, then writes; empty when it came to its end. */
    Optional<ApplyStop> apply(PlanVault.Checked checked, ApplyStockPlan.Request request, Progress progress) {
        PlanHeader plan = checked.plan().header();
        // What this writes was never acknowledged by a merge: a baseline of an earlier time must not count it as sold.
        stores.unitOfWork().inOne(() -> stores.merge().levels().forget(plan.route()));
        boolean undo = plan.origin().isUndo();
        Watch watch = undo
                ? Watch.ofThePast()
                : new SourceWatch(ends.source(), plan.source().location(), plan.watermark(), clock);
        RowRule rule = undo
                ? new SetBack()
                : new Rebase(
                        plan.policy(), request.strict(), checked.plan().counts().toZero());
        OpenIntents earlier = new OpenIntents(
                stores.intents(),
                journal,
                ends.targetWriter(),
                ends.targetReader(),
                items -> wanted(request.file(), watch, rule, items),
                clock);
        stores.plans().recent(RECENT_PLANS).stream()
                .filter(other ->
                        other.state() == PlanState.APPLYING && other.route().equals(plan.route()))
                .filter(other -> !other.id().equals(plan.id()) && writesTo(other, plan.target()))
                .forEach(other -> earlier.settleOther(other.id()));
        earlier.settle(plan.id());
        earlier.done().forEach(journal.tally()::doneEarlier);
        if (admission.isExpired(checked.record())) {
            return Optional.of(PlanAdmission.expired(checked));
        }
        ends.checkLocations(stores.locations(), clock);
        ApplyRun run =
                new ApplyRun(checked.plan(), ends, journal, watch, rule, earlier, lease, request.canary(), progress);
        files.rows(request.file(), run::take);
        run.finish();
        run.lastLook(each -> files.rows(request.file(), each));
        return run.stopped();
    }

    private Map<ExternalId, Quantity> wanted(Path file, Watch watch, RowRule rule, Set<ExternalId> targetItems) {
        watch.look();
        Map<ExternalId, Quantity> wanted = new HashMap<>();
        files.rows(file, row -> {
            if (row.isReleased() && targetItems.contains(row.targetItem().orElseThrow())) {
                watch.local(row)
                        .flatMap(local -> rule.wanted(row, local))
                        .ifPresent(figure -> wanted.put(row.targetItem().orElseThrow(), figure));
            }
        });
        return wanted;
    }

    /** A restore writes to the route's source as well as to its target. */
    private boolean writesTo(PlanRecord other, LocationRef here) {
        return stores.intents().ofOwner(other.id().value()).stream()
                .allMatch(intent -> OpenIntents.location(intent).equals(here));
    }
}
