package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with purchase orders. */
@Command(
        name = "po",
        description = "Purchase orders, transfers and returns: written here, carried to a platform as consignments.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport po list"},
        subcommands = {
            PoCreateCommand.class,
            PoImportCommand.class,
            PoListCommand.class,
            PoShowCommand.class,
            PoChangeCommand.class,
            PoApproveCommand.class,
            PoCancelCommand.class,
            PoReceiveCommand.class,
            PoPollCommand.class,
            PoMapCommand.class,
            PoDiscrepanciesCommand.class
        })
final class PoGroup {}
