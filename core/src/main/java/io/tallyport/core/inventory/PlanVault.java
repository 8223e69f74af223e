package io.tallyport.core.inventory;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a plan file against what the database knows of it; the database decides. */
final class PlanVault {

    private static final Logger LOG = LoggerFactory.getLogger(PlanVault.class);
    private static final String OPERATION = "open plan";

    private final PlanStore plans;
    private final PlanFiles files;

    PlanVault(PlanStore plans, PlanFiles files) {
        this.plans = plans;
        this.files = files;
    }

    /** A plan whose file is the one that the database means. */
    record Checked(StockPlan plan, PlanRecord record) {}

    /** Where the approved content of that hash waits to take the file's place. */
    static Path beside(Path file, String hash) {
        return file.resolveSibling(
                file.getFileName() + "." + hash.substring(0, Math.min(12, hash.length())) + ".approved");
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
        Path beside = beside(file, known.hash());
        if (Files.exists(beside)) {
            StockPlan approved = files.open(beside);
            if (known.hash().equals(approved.hash())) {
                move(beside, file);
                return new Checked(approved, known);
            }
        }
        throw PlanErrors.rejected(
                OPERATION,
                PlanErrors.ALTERED,
                file + " has the hash " + plan.hash() + ", the plan that may be applied has " + known.hash());
    }

    /** Moves a plan's content in one step, over what is there. */
    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new PortException.Transient(
                    FailureContext.of(OPERATION).withCode(PlanErrors.UNREADABLE_PLAN),
                    "the approved plan could not take the place of " + to + ": " + failed.getMessage(),
                    failed);
        }
    }

    /** Removes what an approval that came to nothing has written. */
    static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException left) {
            LOG.warn("{} is left over and may be deleted: {}", beside, left.getMessage());
        }
    }
}
