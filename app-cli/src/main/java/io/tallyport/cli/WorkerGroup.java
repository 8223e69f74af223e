package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be seen of workers. */
@Command(
        name = "worker",
        description = "Shows the workers of all machines that use this database.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport worker list"},
        subcommands = {WorkerListCommand.class})
final class WorkerGroup {}
