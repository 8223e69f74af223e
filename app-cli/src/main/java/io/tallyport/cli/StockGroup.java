package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with stock. */
@Command(
        name = "stock",
        description = "Plans what a sync would do, shows, approves and applies it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport stock plan main"},
        subcommands = {
            StockPlanCommand.class,
            StockShowCommand.class,
            StockApproveCommand.class,
            StockApplyCommand.class,
            StockSyncCommand.class,
            StockExplainCommand.class
        })
final class StockGroup {}
