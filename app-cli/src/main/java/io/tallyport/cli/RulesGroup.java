package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with rules. */
@Command(
        name = "rules",
        description = "Who is the truth for what, how fractions and negatives count, what waits for a person.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport rules list"},
        subcommands = {RulesListCommand.class, RulesAddCommand.class, RulesRemoveCommand.class})
final class RulesGroup {}
