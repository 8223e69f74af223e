package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with safety stock. */
@Command(
        name = "buffer",
        description = "Safety stock: units that the shop does not offer, and the most that it shows.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport buffer list"},
        subcommands = {BufferSetCommand.class, BufferListCommand.class, BufferRemoveCommand.class})
final class BufferGroup {}
