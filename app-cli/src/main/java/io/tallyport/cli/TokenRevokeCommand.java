package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Revokes a token. */
@Command(
        name = "revoke",
        description = "Lets a token of the HTTP API open nothing from now on.",
        footer = {"", "Example:", "  tallyport token revoke 0f3a91c2de"})
final class TokenRevokeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its id, as token list shows it.")
    private @Nullable String id;

    private final Shell shell;

    TokenRevokeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String given = Specs.given(id);
        try (Tallyport tallyport = shell.open()) {
            tallyport.tokens().revoke(given, shell.actor());
            shell.answer(
                    Map.of("revoked", given), screen -> screen.good("Token " + given + " opens nothing any more."));
        }
        return ExitCode.OK;
    }
}
