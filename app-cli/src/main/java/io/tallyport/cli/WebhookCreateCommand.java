package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.WebhookSubscription;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Subscribes to a topic. */
@Command(
        name = "create",
        description = {
            "Subscribes to a topic at the connection's platform. From then on workers check the subscription every 15",
            "minutes, make it again when it is gone, and poll what was lost."
        },
        footer = {"", "Example:", "  tallyport webhook create till consignment.receive"})
final class WebhookCreateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "The connection.")
    private @Nullable ConnectionId connection;

    @Parameters(index = "1", paramLabel = "TOPIC", description = "In the platform's words.")
    private @Nullable String topic;

    private final Shell shell;

    WebhookCreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConnectionId name = Specs.given(connection);
        String wanted = Specs.given(topic);
        try (Tallyport tallyport = shell.open()) {
            WebhookSubscription made = tallyport.webhooks().subscriptions().create(name, wanted, shell.actor());
            tallyport.webhooks().upkeep().schedule();
            shell.answer(
                    Map.of(
                            "connection",
                            name.value(),
                            "topic",
                            wanted,
                            "id",
                            made.id().value()),
                    screen -> screen.good("Subscribed " + name + " to " + wanted + "."));
        }
        return ExitCode.OK;
    }
}
