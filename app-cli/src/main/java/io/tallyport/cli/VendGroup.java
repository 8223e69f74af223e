package io.tallyport.cli;

import picocli.CommandLine.Command;

/** A look at what an X-Series store has. */
@Command(
        name = "vend",
        description = {
            "Looks at a Lightspeed X-Series store, formerly Vend, and changes nothing in it.",
            "The store is the only lightspeed-x connection there is, or the one that --connection names."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport vend suppliers", "  tallyport vend:products PEA-1"},
        subcommands = {
            VendTestCommand.class,
            VendOutletsCommand.class,
            VendSuppliersCommand.class,
            VendProductsCommand.class,
            VendConsignmentCommand.class
        })
final class VendGroup {}
