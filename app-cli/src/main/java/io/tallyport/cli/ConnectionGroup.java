package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with connections. */
@Command(
        name = "connection",
        description = "Accounts at POS systems and shops.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport connection list"},
        subcommands = {
            ConnectionAddCommand.class,
            ConnectionListCommand.class,
            ConnectionShowCommand.class,
            ConnectionUpdateCommand.class,
            ConnectionEnableCommand.class,
            ConnectionDisableCommand.class,
            ConnectionAuthorizeCommand.class,
            ConnectionTestCommand.class,
            ConnectionLocationsCommand.class,
            ConnectionRemoveCommand.class
        })
final class ConnectionGroup {}
