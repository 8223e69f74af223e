package io.tallyport.cli;

import io.tallyport.core.webhook.RawBody;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookErrors;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.core.webhook.WebhookId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a stored webhook. */
@Command(
        name = "show",
        description = "Shows a stored webhook; with --body, what it said, which may hold personal data.",
        footer = {"", "Example:", "  tallyport webhook show 17 --body"})
final class WebhookShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its number.")
    private long id;

    @Option(names = "--body", description = "Also show its body.")
    private boolean withBody;

    private final Shell shell;

    WebhookShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        WebhookId wanted = new WebhookId(id);
        try (Tallyport tallyport = shell.open()) {
            WebhookArchive archive = tallyport.webhooks().archive();
            WebhookEvent event = archive.find(wanted)
                    .orElseThrow(() -> WebhookErrors.rejected(
                            "show webhook", WebhookErrors.UNKNOWN_EVENT, "there is no webhook event " + wanted));
            String body = withBody ? archive.body(wanted).map(RawBody::text).orElse("") : null;
            WebhookView view = WebhookView.of(event, body);
            shell.answer(view, screen -> print(screen, view));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, WebhookView view) {
        screen.facts(view.facts());
        if (view.body() != null) {
            screen.line("");
            screen.line(view.body());
        }
    }
}
