package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.WebhookFilter;
import io.tallyport.core.webhook.WebhookState;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists stored webhooks. */
@Command(
        name = "events",
        description = "Lists stored webhooks, the newest first.",
        footer = {"", "Example:", "  tallyport webhook events --state failed"})
final class WebhookEventsCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    @Option(names = "--connection", paramLabel = "NAME", description = "Only of this connection.")
    private @Nullable ConnectionId connection;

    @Option(names = "--state", paramLabel = "STATE", description = "Only these: pending, processed, ignored or failed.")
    private @Nullable WebhookState state;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only about this.")
    private @Nullable String topic;

    @Option(names = "--limit", paramLabel = "N", description = "How many; 50 unless given.")
    private int limit = 50;

    private final Shell shell;

    WebhookEventsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        WebhookFilter filter = new WebhookFilter(
                Optional.ofNullable(connection), Optional.ofNullable(state), Optional.ofNullable(topic));
        try (Tallyport tallyport = shell.open()) {
            List<WebhookView> views = tallyport
                    .webhooks()
                    .archive()
                    .list(filter, Optional.empty(), Math.min(MOST, Math.max(1, limit)))
                    .items()
                    .stream()
                    .map(event -> WebhookView.of(event, null))
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, List<WebhookView> views) {
        if (views.isEmpty()) {
            screen.line("No webhook fits.");
        } else {
            WebhookView.print(screen, views);
        }
    }
}
