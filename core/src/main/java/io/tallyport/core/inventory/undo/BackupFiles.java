package io.tallyport.core.inventory.undo;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Backup files, streamed both ways, so that memory does not grow with the rows; only their owner may read them.
 *
 * <p>A file bears its hash: one that is not ours, of another format version, cut off or altered is a
 * {@link io.tallyport.core.kernel.PortException.Rejected} that says which. A file that is there is never written over; a
 * full disk is a Transient, and no half file is left under the name.
 */
public interface BackupFiles {

    /** The rows of a backup while they are being read. */
    @FunctionalInterface
    interface Rows {

        /** Gives each row to {@code out}, location by location, and then what each location came to; called once. */
        List<BackupPart> writeTo(Consumer<BackupRow> out);
    }

    /** Writes a backup under {@code file}: all or nothing, durable on return. */
    StockBackup write(Path file, BackupHeader header, Rows rows);

    /** The backup without its rows, after the whole file has been checked against its hash. */
    StockBackup open(Path file);

    /** Gives each row of the file to {@code each}, in order. */
    void rows(Path file, Consumer<BackupRow> each);
}
