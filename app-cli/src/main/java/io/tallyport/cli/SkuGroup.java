package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done about items that do not find each other. */
@Command(
        name = "sku",
        description = {
            "Finds which items of both ends of a route belong together, and keeps what people say about it.",
            "A mapping goes before an equal SKU. An item is named by its SKU, or by its id as id:ITEM."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport sku mismatches main", "  tallyport sku suggest main"},
        subcommands = {
            SkuMismatchesCommand.class,
            SkuSuggestCommand.class,
            SkuConfirmCommand.class,
            SkuRejectCommand.class,
            SkuMapGroup.class
        })
final class SkuGroup {}
