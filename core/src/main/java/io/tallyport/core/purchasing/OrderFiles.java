package io.tallyport.core.purchasing;

import java.nio.file.Path;
import java.util.List;

/** Reads files of purchase orders. Thread-safe. */
@FunctionalInterface
public interface OrderFiles {

    /**
     * All rows of a file, as they stand there.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected with {@link PurchaseErrors#UNREADABLE_FILE} when there is no such file, or
     *     it has not the form, with where and why
     */
    List<OrderRow> read(Path file);
}
