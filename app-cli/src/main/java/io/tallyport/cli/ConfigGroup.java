package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with settings. */
@Command(
        name = "config",
        description = "Settings of this installation.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport config show"},
        subcommands = {ConfigShowCommand.class, ConfigSetCommand.class, ConfigUnsetCommand.class})
final class ConfigGroup {}
