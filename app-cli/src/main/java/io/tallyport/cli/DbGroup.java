package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with the database. */
@Command(
        name = "db",
        description = "The database: how it stands, its schema, its backup.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport db info"},
        subcommands = {DbInfoCommand.class, DbMigrateCommand.class, DbBackupCommand.class})
final class DbGroup {}
