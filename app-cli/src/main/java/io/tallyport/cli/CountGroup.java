package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with stocktakes. */
@Command(
        name = "count",
        description = "Stocktakes: what was counted becomes a count at the platform, and its stock once you say so.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport count plan counted.csv --connection till --outlet Main"},
        subcommands = {
            CountPlanCommand.class,
            CountStartCommand.class,
            CountShowCommand.class,
            CountCompleteCommand.class,
            CountCancelCommand.class
        })
final class CountGroup {}
