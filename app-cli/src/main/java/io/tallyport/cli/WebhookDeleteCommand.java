package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.WebhookErrors;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a subscription. */
@Command(
        name = "delete",
        description = "Ends the subscription to a topic, here and at the platform. Stored webhooks stay.",
        footer = {"", "Example:", "  tallyport webhook delete till consignment.receive --confirm"})
final class WebhookDeleteCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "The connection.")
    private @Nullable ConnectionId connection;

    @Parameters(index = "1", paramLabel = "TOPIC", description = "In the platform's words.")
    private @Nullable String topic;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    WebhookDeleteCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConnectionId name = Specs.given(connection);
        String given = Specs.given(topic);
        if (!confirmation.isGiven(shell, spec, "End the subscription of " + name + " to " + given + "?")) {
            shell.say(screen -> screen.line("Nothing was deleted."));
            return ExitCode.FAILURE;
        }
        try (Tallyport tallyport = shell.open()) {
            if (!tallyport.webhooks().subscriptions().delete(name, given, shell.actor())) {
                throw WebhookErrors.rejected(
                        "delete webhook", WebhookErrors.NO_SUBSCRIPTION, name + " is not subscribed to " + given);
            }
            shell.answer(
                    Map.of("connection", name.value(), "deleted", given),
                    screen -> screen.good(name + " is not subscribed to " + given + " any more."));
        }
        return ExitCode.OK;
    }
}
