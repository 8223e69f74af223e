package io.tallyport.cli;

import picocli.CommandLine.Command;

/** {@code stock verify-rollback} under the name that runbooks know. */
@Command(
        name = "verify-rollback",
        description = "The same as stock verify-rollback: reads back what a run had written.",
        footer = {"", "Example:", "  tallyport verify-rollback 2f6c"})
final class VerifyRollbackCommand extends StockVerifyRollbackCommand {

    VerifyRollbackCommand(Shell shell) {
        super(shell);
    }
}
