package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.SendTestWebhook;
import io.tallyport.runtime.Tallyport;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a signed webhook of our own. */
@Command(
        name = "test",
        description = {
            "Sends a webhook of our own, signed as the platform would, through the address that the platform uses.",
            "Accepted means: the way is open, the secret is right, and it is stored."
        },
        footer = {"", "Example:", "  tallyport webhook test till --url https://hooks.example.org"})
final class WebhookTestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The connection.")
    private @Nullable ConnectionId connection;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the HTTP app is reached; http://127.0.0.1:8080 unless given.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--topic", paramLabel = "TOPIC", description = "What it is about; nothing unless given.")
    private String topic = SendTestWebhook.TOPIC;

    private final Shell shell;

    WebhookTestCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(int status, boolean accepted, String hash) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            SendTestWebhook.Result result = tallyport.webhooks().test().send(Specs.given(connection), url, topic);
            View view = new View(result.status(), result.isAccepted(), result.hash());
            shell.answer(view, screen -> print(screen, view));
            return view.accepted() ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private static void print(Screen screen, View view) {
        if (view.accepted()) {
            screen.good("Accepted with " + view.status() + "; see what becomes of it: tallyport webhook events");
        } else {
            screen.attention("Refused with " + view.status() + "; the HTTP app's log says why.");
        }
    }
}
