package io.tallyport.cli;

import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the owner of an account for the right to use it. */
@Command(
        name = "authorize",
        description = {
            "Prints an address to open in a browser, where the owner of the account agrees, and stores the tokens that come"
                    + " of it.",
            "The browser is sent back to this machine, or, with --no-listen, to an address that you paste here."
        },
        footer = {
            "",
            "Example:",
            "  tallyport connection authorize till --port 8123",
            "  tallyport connection authorize till --no-listen --redirect-uri https://example.org/done"
        })
final class ConnectionAuthorizeCommand implements Callable<Integer> {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:8123/callback");

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen on this port of 127.0.0.1, as the app at the platform lists it; any unless given.")
    private int port;

    @Option(
            names = "--no-listen",
            description = "Read the code, or the whole address that the browser was sent to, from standard input.")
    private boolean noListen;

    @Option(
            names = "--redirect-uri",
            paramLabel = "URL",
            description = "With --no-listen: the address that the app at the platform lists.")
    private @Nullable URI redirectUri;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long to wait for the browser; 10 unless given.")
    private int minutes;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ConnectionAuthorizeCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String name, boolean authorized) {}

    @Override
    public Integer call() throws InterruptedException {
        if (redirectUri != null && !noListen) {
            throw Specs.misuse(spec, "--redirect-uri goes with --no-listen: without it the browser comes back here");
        }
        if (port < 0 || port > 65_535 || minutes < 1) {
            throw Specs.misuse(spec, "--port is from 0 to 65535, and --minutes at least 1");
        }
        try (Tallyport tallyport = shell.open()) {
            if (noListen) {
                byHand(tallyport.authorizeConnection());
            } else {
                listening(tallyport.authorizeConnection());
            }
        }
        ConnectionId id = Specs.given(name);
        shell.answer(new View(id.value(), true), screen -> {
            screen.good(
                    "Connection " + id + " is authorized; its tokens are stored encrypted and renewed by themselves.");
            screen.line("Test it with: tallyport connection test " + id);
        });
        return ExitCode.OK;
    }

    private void listening(AuthorizeConnection authorize) throws InterruptedException {
        try (LoopbackListener listener = new LoopbackListener(port)) {
            AuthorizeConnection.Pending pending = authorize.begin(Specs.given(name), listener.address());
            show(pending);
            shell.note("Waiting for the browser at " + listener.address() + " (" + minutes + " minutes at most) ...");
            Map<String, String> answer = listener.await(Duration.ofMinutes(minutes))
                    .orElseThrow(() -> new IllegalArgumentException("nobody came back within " + minutes
                            + " minutes; begin anew, with --no-listen when the browser runs on another machine"));
            pending.complete(answer, shell.actor());
        }
    }

    private void byHand(AuthorizeConnection authorize) {
        AuthorizeConnection.Pending pending =
                authorize.begin(Specs.given(name), redirectUri == null ? NOWHERE : redirectUri);
        show(pending);
        shell.note("Then paste the address that the browser was sent to (or the code in it) and press Enter:");
        String line = shell.line().map(String::strip).orElse("");
        if (line.isEmpty()) {
            throw new IllegalArgumentException("no code came: standard input has an empty first line");
        }
        Callback.ofPasted(line)
                .ifPresentOrElse(
                        answer -> pending.complete(answer, shell.actor()),
                        () -> pending.completeByHand(line, shell.actor()));
    }

    private void show(AuthorizeConnection.Pending pending) {
        String page = pending.page().toString();
        if (shell.isJson()) {
            shell.note("Open: " + page);
        }
        shell.say(screen -> {
            screen.line("Open this address in a browser, as the owner of the account:");
            screen.blank();
            screen.line("  " + page);
            screen.blank();
        });
    }
}
