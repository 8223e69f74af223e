package io.tallyport.cli;

import picocli.CommandLine.Command;

/** {@code stock restore} under the name that runbooks know. */
@Command(
        name = "restore-inventory",
        description = "The same as stock restore: plans to set levels to what a backup says.",
        footer = {"", "Example:", "  tallyport restore-inventory --backup-file friday.json"})
final class RestoreInventoryCommand extends StockRestoreCommand {

    RestoreInventoryCommand(Shell shell) {
        super(shell);
    }
}
