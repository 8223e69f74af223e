package io.tallyport.runtime;

import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.kernel.Progress;
import java.nio.file.Path;

/** Applies a plan in a process of its own, which a test can kill. */
final class ApplyInChild {

    private ApplyInChild() {}

    public static void main(String[] args) {
        try (Tallyport tallyport =
                Tallyport.builder().dataDirectory(Path.of(args[0])).start()) {
            ApplyStockPlan.Result result = tallyport
                    .applyStockPlan()
                    .apply(new ApplyStockPlan.Request(Path.of(args[1]), false, 0, "child"), Progress.NONE);
            System.exit(result.run().state() == RunState.COMPLETED ? 0 : 3);
        }
    }
}
