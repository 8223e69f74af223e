package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What happened. */
@Command(
        name = "runs",
        description = "What was applied, when, and what became of each row.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport runs list"},
        subcommands = {RunsListCommand.class, RunsShowCommand.class})
final class RunsGroup {}
