package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be checked about the sync of a route, and the sync of purchase orders. */
@Command(
        name = "sync",
        description = {
            "Compares what both ends of a route have and show, and writes to neither: validate, check-..., report.",
            "Brings purchase orders to their platforms: po, pending, status, retry."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport sync validate main"},
        subcommands = {
            SyncValidateCommand.class,
            SyncCheckOrphansCommand.class,
            SyncCheckPricingCommand.class,
            SyncVerifyCriticalCommand.class,
            SyncReportCommand.class,
            SyncPoCommand.class,
            SyncPendingCommand.class,
            SyncStatusCommand.class,
            SyncRetryCommand.class
        })
final class SyncGroup {}
