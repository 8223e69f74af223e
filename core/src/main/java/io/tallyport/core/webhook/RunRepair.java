package io.tallyport.core.webhook;

import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.job.Outcome;
import java.util.List;

/** Checks and mends all wanted subscriptions, as a job. */
public final class RunRepair implements JobHandler<Nothing> {

    /** The job type's name. */
    public static final String TYPE = "webhook-repair";

    private final RepairSubscriptions repair;

    public RunRepair(RepairSubscriptions repair) {
        this.repair = repair;
    }

    @Override
    public Outcome handle(Nothing payload, JobContext context) {
        context.assertHeld();
        List<RepairSubscriptions.Repair> repairs = repair.repair();
        List<RepairSubscriptions.Repair> failed = repairs.stream()
                .filter(done -> done.finding() == RepairSubscriptions.Finding.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            return Outcome.retry(failed.size() + " of " + repairs.size() + " could not be checked; first: "
                    + failed.get(0).message());
        }
        long mended = repairs.stream()
                .filter(done -> done.finding() != RepairSubscriptions.Finding.HEALTHY)
                .count();
        return Outcome.done(repairs.size() + " subscriptions checked, " + mended + " mended");
    }
}
