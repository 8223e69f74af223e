package io.tallyport.runtime;

import io.tallyport.core.inventory.undo.BackUpStock;
import io.tallyport.core.inventory.undo.BackupFiles;
import io.tallyport.core.inventory.undo.RestoreStock;
import io.tallyport.core.inventory.undo.RollBackRun;
import io.tallyport.core.inventory.undo.VerifyRollback;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out for when something went wrong: setting stock back.
 *
 * @param rollBack plans to undo a run
 * @param verify reads back what a run had written
 * @param backUp writes all levels of a connection to a file
 * @param restore plans to set levels to what a backup says
 * @param files backups as files
 */
public record UndoParts(
        RollBackRun rollBack, VerifyRollback verify, BackUpStock backUp, RestoreStock restore, BackupFiles files) {

    @Inject
    public UndoParts {}
}
