package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with stock. */
@Command(
        name = "stock",
        description = "Plans what a sync would do, shows, approves and applies it; backs up, and undoes.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport stock plan main"},
        subcommands = {
            StockPlanCommand.class,
            StockShowCommand.class,
            StockApproveCommand.class,
            StockApplyCommand.class,
            StockSyncCommand.class,
            StockBaselineCommand.class,
            StockUnsettledCommand.class,
            StockSettleCommand.class,
            StockPushCommand.class,
            StockBackupCommand.class,
            StockRestoreCommand.class,
            StockRollbackCommand.class,
            StockVerifyRollbackCommand.class,
            StockExplainCommand.class
        })
final class StockGroup {}
