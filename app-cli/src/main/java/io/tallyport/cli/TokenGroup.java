package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with tokens of the HTTP API. */
@Command(
        name = "token",
        description = {
            "Makes, lists and revokes tokens of the HTTP API. Roles: viewer looks; operator retries, cancels and replays;",
            "approver approves; admin may do all. Each may do what those before it may."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport token create dashboard --role viewer", "  tallyport token list"},
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenGroup {}
