package io.tallyport.cli;

import io.tallyport.core.access.Grants;
import io.tallyport.core.access.Role;
import io.tallyport.core.access.TokenDesk;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token. */
@Command(
        name = "create",
        description = "Makes a token of the HTTP API and shows it once; only its hash is stored.",
        footer = {
            "",
            "Example:",
            "  tallyport token create dashboard --role viewer",
            "  tallyport token create till-clerk --on till=operator --expires 90d"
        })
final class TokenCreateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What it is for.")
    private @Nullable String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Its role everywhere: viewer, operator, approver or admin.")
    private @Nullable Role role;

    @Option(
            names = "--on",
            paramLabel = "CONNECTION=ROLE",
            description = "Its role for one connection; may be given several times.")
    private Map<ConnectionId, Role> on = new LinkedHashMap<>();

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "How long it lives, such as 90d; for ever unless given.")
    private @Nullable Duration expires;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    TokenCreateCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(TokenView token, String secret) {}

    @Override
    public Integer call() {
        if (role == null && on.isEmpty()) {
            throw Specs.misuse(spec, "name --role or --on: a token without a role opens nothing");
        }
        Grants grants = new Grants(Optional.ofNullable(role), on);
        try (Tallyport tallyport = shell.open()) {
            on.keySet().forEach(connection -> require(tallyport, connection));
            TokenDesk.Made made =
                    tallyport.tokens().create(Specs.given(name), grants, Optional.ofNullable(expires), shell.actor());
            View view = new View(
                    TokenView.of(made.token(), tallyport.clock().instant()),
                    made.secret().reveal());
            shell.answer(view, screen -> {
                screen.good("Token " + view.token().id() + " made. It is shown this once:");
                screen.line(view.secret());
            });
        }
        return ExitCode.OK;
    }

    private static void require(Tallyport tallyport, ConnectionId connection) {
        if (tallyport.connections().find(connection).isEmpty()) {
            throw new IllegalArgumentException("there is no connection \"" + connection + "\"");
        }
    }
}
