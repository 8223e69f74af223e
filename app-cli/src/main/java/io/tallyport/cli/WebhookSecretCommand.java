package io.tallyport.cli;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a connection's webhooks another secret. */
@Command(
        name = "secret",
        description = {
            "Gives a connection's webhooks the secret that its platform signs them with, or makes a secret path for",
            "platforms that do not sign. The secret before still counts, until the next one is set. A connection with a",
            "client secret needs no other: platforms sign with that unless told otherwise."
        },
        footer = {
            "",
            "Example:",
            "  tallyport webhook secret till --env TILL_WEBHOOK_SECRET",
            "  tallyport webhook secret loyverse --new-path"
        })
final class WebhookSecretCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The connection.")
    private @Nullable ConnectionId connection;

    @ArgGroup(multiplicity = "1")
    private @Nullable Source source;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    WebhookSecretCommand(Shell shell) {
        this.shell = shell;
    }

    /** Where it comes from. */
    static final class Source {

        @Option(names = "--env", paramLabel = "VAR", description = "The environment variable that holds the secret.")
        private @Nullable String variable;

        @Option(names = "--stdin", description = "The first line of standard input is the secret.")
        private boolean stdin;

        @Option(names = "--new-path", description = "Make a secret path for webhooks that are not signed.")
        private boolean newPath;
    }

    private Secret given(Source from) {
        return from.stdin
                ? SecretSource.fromInput(shell, spec, "webhook secret", "--stdin")
                : SecretSource.fromVariable(shell, spec, Specs.given(from.variable), "--env");
    }

    @Override
    public Integer call() {
        ConnectionId name = Specs.given(connection);
        Source from = Specs.given(source);
        try (Tallyport tallyport = shell.open()) {
            if (from.newPath) {
                tallyport.webhooks().secrets().path(name, shell.actor());
            } else {
                tallyport.webhooks().secrets().signing(name, given(from), shell.actor());
            }
        }
        shell.answer(
                Map.of("connection", name.value(), "secret", from.newPath ? "path" : "signing"),
                screen ->
                        screen.good("The webhooks of " + name + " have another secret; the one before still counts."));
        return ExitCode.OK;
    }
}
