package io.tallyport.cli;

import io.tallyport.core.webhook.WebhookId;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets stored webhooks be worked on again. */
@Command(
        name = "replay",
        description = "Lets stored webhooks be worked on again, with all their tries.",
        footer = {"", "Example:", "  tallyport webhook replay 17 18"})
final class WebhookReplayCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Their numbers.")
    private List<Long> ids = List.of();

    private final Shell shell;

    WebhookReplayCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<Long> replayed = new ArrayList<>();
        try (Tallyport tallyport = shell.open()) {
            for (long id : ids) {
                replayed.add(tallyport
                        .webhooks()
                        .replay()
                        .replay(new WebhookId(id), shell.actor())
                        .id()
                        .value());
            }
        }
        shell.answer(
                Map.of("replayed", replayed),
                screen -> screen.good(replayed.size() == 1 ? "It waits for a worker." : "They wait for a worker."));
        return ExitCode.OK;
    }
}
