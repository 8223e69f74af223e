package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with jobs that are not tried any more. */
@Command(
        name = "dead",
        description = "Looks after dead letters: jobs that are not tried any more until a person decides.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport queue dead list", "  tallyport queue dead replay 4711"},
        subcommands = {
            QueueDeadListCommand.class,
            QueueDeadShowCommand.class,
            QueueDeadEditCommand.class,
            QueueDeadReplayCommand.class,
            QueueDeadDiscardCommand.class
        })
final class QueueDeadGroup {}
