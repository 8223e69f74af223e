package io.tallyport.core.inventory.schedule;

import io.tallyport.core.history.Run;
import io.tallyport.core.inventory.PlanCounts;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.SyncStock;
import java.nio.file.Path;
import java.util.Optional;

/** What a cycle came to, in a line for whoever looks at its job later. */
final class CycleReport {

    private CycleReport() {}

    static String of(SyncStock.Result result, Path file) {
        StockPlan plan = result.plan();
        Optional<Run> run = result.applied().map(applied -> applied.run());
        if (run.isPresent()) {
            return "run " + run.get().id() + " " + run.get().state() + ": "
                    + run.get().message() + waiting(plan, file);
        }
        return plan.isHeld()
                ? "held as a whole, nothing was written: " + String.join("; ", plan.heldBecause()) + waiting(plan, file)
                : "nothing to change among " + plan.counts().eligible() + " rows";
    }

    private static String waiting(StockPlan plan, Path file) {
        PlanCounts counts = plan.counts();
        return counts.held() == 0 && !plan.isHeld()
                ? ""
                : "; " + counts.held() + " rows are held, see: tallyport stock show " + file;
    }
}
