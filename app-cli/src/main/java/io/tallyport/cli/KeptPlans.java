package io.tallyport.cli;

import io.tallyport.core.inventory.StockPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plans of syncs and pushes, which are kept in the data directory while they may be needed. */
final class KeptPlans {

    private KeptPlans() {}

    /** A free name for the next. */
    static Path next(Shell shell) {
        Path directory = shell.dataDirectory().resolve("plans");
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make " + directory, failed);
        }
        return PlanName.in(directory, shell.clock().instant());
    }

    /** The plan as it is shown; one that changes nothing says nothing that its counts do not, and is not kept. */
    static PlanView view(StockPlan plan, Path file) {
        PlanView view = PlanView.of(plan, file);
        if (!view.isEmpty()) {
            return view;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + file, failed);
        }
        return view.withoutFile();
    }
}
