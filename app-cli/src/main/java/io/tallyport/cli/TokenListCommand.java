package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists tokens. */
@Command(
        name = "list",
        description = "Lists the tokens of the HTTP API, the newest first; never the tokens themselves.",
        footer = {"", "Example:", "  tallyport token list"})
final class TokenListCommand implements Callable<Integer> {

    private final Shell shell;

    TokenListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<TokenView> views = tallyport.tokens().list().stream()
                    .map(token -> TokenView.of(token, tallyport.clock().instant()))
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, List<TokenView> views) {
        if (views.isEmpty()) {
            screen.line("No token was made yet; make one with: tallyport token create NAME --role viewer");
            return;
        }
        Table table = Table.of("ID", "NAME", "ROLES", "CREATED", "BY", "EXPIRES", "LIVE");
        views.forEach(view -> table.row(
                view.id(),
                view.name(),
                view.roles(),
                view.created(),
                view.createdBy(),
                view.expires() == null ? "never" : view.expires(),
                view.live() ? "yes" : "no"));
        screen.table(table);
    }
}
