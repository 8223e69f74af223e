package io.tallyport.core.inventory;

import io.tallyport.core.inventory.undo.BackupFiles;
import io.tallyport.core.inventory.undo.BackupHeader;
import io.tallyport.core.inventory.undo.BackupPart;
import io.tallyport.core.inventory.undo.BackupRow;
import io.tallyport.core.inventory.undo.StockBackup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Backups that stay in memory. */
final class InMemoryBackupFiles implements BackupFiles {

    private record Content(StockBackup backup, List<BackupRow> rows) {}

    private final Map<Path, Content> files = new HashMap<>();

    @Override
    public StockBackup write(Path file, BackupHeader header, Rows rows) {
        List<BackupRow> read = new ArrayList<>();
        List<BackupPart> parts = rows.writeTo(read::add);
        StockBackup backup = new StockBackup(header, parts, "hash of " + header.id());
        files.put(file, new Content(backup, read));
        return backup;
    }

    @Override
    public StockBackup open(Path file) {
        return content(file).backup();
    }

    @Override
    public void rows(Path file, Consumer<BackupRow> each) {
        content(file).rows().forEach(each);
    }

    private Content content(Path file) {
        return Objects.requireNonNull(files.get(file), "there is no backup " + file);
    }
}
