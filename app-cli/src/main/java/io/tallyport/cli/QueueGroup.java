package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with the job queue. */
@Command(
        name = "queue",
        description = {
            "Runs and looks after jobs: what Tallyport does by itself, such as the cycles of scheduled routes.",
            "Any number of workers may run, on one machine or several, as long as they use one database."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport queue work", "  tallyport queue stats"},
        subcommands = {
            QueueWorkCommand.class,
            QueueStatsCommand.class,
            QueueListCommand.class,
            QueueShowCommand.class,
            QueueRetryCommand.class,
            QueueRetryAllCommand.class,
            QueueCancelCommand.class,
            QueueClearCommand.class,
            QueuePruneCommand.class,
            QueueResetStuckCommand.class,
            QueueDeadGroup.class
        })
final class QueueGroup {}
