package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with conflicts. */
@Command(
        name = "conflict",
        description = "Rows that no plan decides without a person: shown, and answered.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport conflict list"},
        subcommands = {ConflictListCommand.class, ConflictShowCommand.class, ConflictResolveCommand.class})
final class ConflictGroup {}
