package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with mappings. */
@Command(
        name = "map",
        description = "Lists, adds, removes, exports and imports the mappings of a route.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport sku map list main"},
        subcommands = {
            SkuMapListCommand.class,
            SkuMapAddCommand.class,
            SkuMapRemoveCommand.class,
            SkuMapFromBarcodesCommand.class,
            SkuMapExportCommand.class,
            SkuMapImportCommand.class
        })
final class SkuMapGroup {}
