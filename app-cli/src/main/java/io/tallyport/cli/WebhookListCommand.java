package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.SubscriptionDesk;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists subscriptions. */
@Command(
        name = "list",
        description = "Lists the topics that are subscribed to; with a connection's name, what its platform has noted.",
        footer = {"", "Example:", "  tallyport webhook list", "  tallyport webhook list till"})
final class WebhookListCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A connection, to ask its platform.")
    private @Nullable ConnectionId connection;

    private final Shell shell;

    WebhookListCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(
            String connection,
            String topic,
            String state,
            @Nullable String since) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            SubscriptionDesk desk = tallyport.webhooks().subscriptions();
            ConnectionId asked = connection;
            List<View> views = asked == null ? wanted(desk) : noted(desk, asked);
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static List<View> wanted(SubscriptionDesk desk) {
        return desk.wanted().stream()
                .map(hook -> new View(
                        hook.connection().value(),
                        hook.topic(),
                        hook.gapFrom().isPresent() ? "broken" : "wanted",
                        Times.shown(hook.gapFrom().orElse(hook.healthyAt()))))
                .toList();
    }

    /** Without the address: it may hold the secret of its path. */
    private static List<View> noted(SubscriptionDesk desk, ConnectionId connection) {
        return desk.list(connection).stream()
                .map(hook -> new View(connection.value(), hook.topic(), hook.active() ? "active" : "inactive", null))
                .toList();
    }

    private static void print(Screen screen, List<View> views) {
        if (views.isEmpty()) {
            screen.line("No topic is subscribed to; do it with: tallyport webhook create NAME TOPIC");
            return;
        }
        Table table = Table.of("CONNECTION", "TOPIC", "STATE", "SINCE");
        views.forEach(view ->
                table.row(view.connection(), view.topic(), view.state(), view.since() == null ? "-" : view.since()));
        screen.table(table);
    }
}
