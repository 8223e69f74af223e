package io.tallyport.cli;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes a connection. */
@Command(
        name = "update",
        description = "Changes a connection; what is not named stays.",
        footer = {
            "",
            "Example:",
            "  tallyport connection update web --access read-write",
            "  tallyport connection update web --token-env NEW_TOKEN",
            "  tallyport connection update web --client-secret-env NEW_SECRET"
        })
final class ConnectionUpdateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    @Option(names = "--base-url", paramLabel = "URL", description = "Where its API is.")
    private @Nullable URI baseUrl;

    @Option(
            names = "--access",
            paramLabel = "MODE",
            completionCandidates = Choices.AccessModes.class,
            description = "What we may do there: ${COMPLETION-CANDIDATES}.")
    private @Nullable AccessMode access;

    @Mixin
    private AuthEntries auth = new AuthEntries();

    @Mixin
    private OptionEntries options = new OptionEntries();

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private ForbiddenToken forbidden = new ForbiddenToken();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ConnectionUpdateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Map<String, String> settings = auth.with(options.read(spec));
        if (baseUrl == null && access == null && auth.isEmpty() && settings.isEmpty()) {
            throw Specs.misuse(spec, "nothing to change: name at least one option");
        }
        ConnectionDesk.Change change = new ConnectionDesk.Change(
                Optional.ofNullable(baseUrl),
                Optional.ofNullable(access),
                Optional.empty(),
                auth.secrets(shell),
                settings);
        try (Tallyport tallyport = shell.open()) {
            ConnectionView view =
                    ConnectionView.of(tallyport.connectionDesk().change(Specs.given(name), change, shell.actor()));
            shell.answer(view, screen -> {
                screen.good("Connection " + view.name() + " changed.");
                screen.facts(ConnectionFacts.of(view));
            });
        }
        return ExitCode.OK;
    }
}
