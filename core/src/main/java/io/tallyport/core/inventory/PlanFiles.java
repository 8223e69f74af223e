package io.tallyport.core.inventory;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Plan files: canonical JSON that is streamed both ways, so that memory does not grow with the rows.
 *
 * <p>The hash covers every byte before it. A file that is not ours, of another format version, truncated or altered is a
 * {@link io.tallyport.core.kernel.PortException.Rejected} that says which; a full disk is a Transient, and no half file
 * is left under the name.
 */
public interface PlanFiles {

    /** The rows of a plan while they are being found. */
    @FunctionalInterface
    interface Rows {

        /** Gives each row to {@code out}, in the file's order, and then what is known after the last; called once. */
        PlanSummary writeTo(Consumer<PlanRow> out);
    }

    /** Writes a plan under {@code file} while its rows are being found: all or nothing, durable on return. */
    StockPlan write(Path file, PlanHeader header, Rows rows);

    /**
     * Writes a plan whose end is known already; as {@link #write(Path, PlanHeader, Rows)} otherwise.
     *
     * @param content with any hash; the one computed is in the answer
     * @param rows in the file's order, read once
     */
    default StockPlan write(Path file, StockPlan content, Stream<PlanRow> rows) {
        return write(file, content.header(), out -> {
            rows.forEachOrdered(out);
            return content.summary();
        });
    }

    /** The plan without rows, after the whole file has been checked against its hash. */
    StockPlan open(Path file);

    /** Gives each row of the file to {@code each}, in order. */
    void rows(Path file, Consumer<PlanRow> each);

    /**
     * Writes {@code content} with the rows of {@code from}, each passed through {@code change}, under {@code to}; as
     * {@link #write} otherwise.
     */
    default StockPlan copy(Path from, Path to, StockPlan content, UnaryOperator<PlanRow> change) {
        return write(to, content.header(), out -> {
            rows(from, row -> out.accept(change.apply(row)));
            return content.summary();
        });
    }
}
