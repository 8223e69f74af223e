package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be checked about a sync. */
@Command(
        name = "sync",
        description = "Compares what both ends of a route have and show; writes to neither.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport sync validate main"},
        subcommands = {
            SyncValidateCommand.class,
            SyncCheckOrphansCommand.class,
            SyncCheckPricingCommand.class,
            SyncVerifyCriticalCommand.class,
            SyncReportCommand.class
        })
final class SyncGroup {}
