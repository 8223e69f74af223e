package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with what is past. */
@Command(
        name = "history",
        description = "What is kept about the past, and for how long.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport history prune --dry-run"},
        subcommands = {HistoryPruneCommand.class})
final class HistoryGroup {}
