package io.tallyport.cli;

import picocli.CommandLine.Command;

/** What can be done with webhooks. */
@Command(
        name = "webhook",
        description = {
            "Subscribes to what platforms tell, and shows what they have told. bin/tallyport-http takes webhooks in,",
            "workers do what they ask for."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  tallyport webhook events", "  tallyport webhook test till"},
        subcommands = {
            WebhookListCommand.class,
            WebhookCreateCommand.class,
            WebhookDeleteCommand.class,
            WebhookSecretCommand.class,
            WebhookTestCommand.class,
            WebhookEventsCommand.class,
            WebhookShowCommand.class,
            WebhookReplayCommand.class
        })
final class WebhookGroup {}
