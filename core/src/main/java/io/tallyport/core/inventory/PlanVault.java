package io.tallyport.core.inventory;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Holds a plan file against what the database knows of it; the database decides. */
final class PlanVault {

    private static final String OPERATION = "open plan";

    private final PlanStore plans;
    private final PlanFiles files;

    PlanVault(PlanStore plans, PlanFiles files) {
        this.plans = plans;
        this.files = files;
    }

    /** A plan whose file is the one that the database means. */
    record Checked(StockPlan plan, PlanRecord record) {}

    /** Where an approval writes before it takes the file's place. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".approved");
    }

    /**
     * The plan in {@code file}, after an approval that a crash interrupted has been finished.
     *
     * @throws PortException.Rejected when it is altered or unknown
     */
    Checked open(Path file) {
        StockPlan plan = files.open(file);
        PlanRecord known = plans.find(plan.header().id())
                .orElseThrow(() -> PlanErrors.rejected(
                        OPERATION,
                        PlanErrors.UNKNOWN_PLAN,
                        "no plan " + plan.header().id() + " is known here"));
        if (known.hash().equals(plan.hash())) {
            return new Checked(plan, known);
        }
        if (Files.exists(beside(file))) {
            StockPlan approved = files.open(beside(file));
            if (known.hash().equals(approved.hash())) {
                moveIntoPlace(file);
                return new Checked(approved, known);
            }
        }
        throw PlanErrors.rejected(
                OPERATION,
                PlanErrors.ALTERED,
                file + " has the hash " + plan.hash() + ", the plan that may be applied has " + known.hash());
    }

    void moveIntoPlace(Path file) {
        try {
            Files.move(beside(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new PortException.Transient(
                    FailureContext.of(OPERATION).withCode(PlanErrors.UNREADABLE_PLAN),
                    "the approved plan could not take the place of " + file + ": " + failed.getMessage(),
                    failed);
        }
    }
}
