package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with the stored secrets as a whole. */
@Command(
        name = "secrets",
        description = "The stored secrets and the key that encrypts them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport secrets rotate-key"},
        subcommands = {SecretsRotateKeyCommand.class})
final class SecretsGroup {}
