package io.tallyport.core.inventory.undo;

import java.util.List;

/**
 * A backup without its rows.
 *
 * @param parts by location, in the order of the file
 * @param hash SHA-256 over the file's bytes before it, in lower-case hex
 */
public record StockBackup(BackupHeader header, List<BackupPart> parts, String hash) {

    public StockBackup {
        parts = List.copyOf(parts);
    }

    /** Items over all locations. */
    public long rows() {
        return parts.stream().mapToLong(BackupPart::rows).sum();
    }

    /** Whether it is proven of every location that nothing was left out. */
    public boolean isComplete() {
        return parts.stream().allMatch(BackupPart::complete);
    }
}
