package io.tallyport.cli;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a connection. */
@Command(
        name = "add",
        description = "Adds a connection; nothing is sent to the platform yet.",
        footer = {
            "",
            "Example:",
            "  tallyport connection add till --platform lightspeed-r --account 100042 \\",
            "      --base-url https://api.lightspeedapp.com --environment production --access read \\",
            "      --token-env LIGHTSPEED_TOKEN",
            "  tallyport connection add branch --platform lightspeed-x --account example \\",
            "      --base-url https://example.retail.lightspeed.app --environment production --access read \\",
            "      --token-env LIGHTSPEED_X_TOKEN --option api-version.inventory=2026-07",
            "  tallyport connection add branch --platform lightspeed-x --account example \\",
            "      --base-url https://example.retail.lightspeed.app --environment production --access read-write \\",
            "      --token-env LIGHTSPEED_X_TOKEN --option adjust-reason-in=ID --option adjust-reason-out=ID",
            "  pass show shop-token | tallyport connection add web --platform shopify \\",
            "      --account example.myshopify.com --base-url https://example.myshopify.com \\",
            "      --environment production --access read-write --token-stdin",
            "  tallyport connection add till --platform lightspeed-r --account 100042 \\",
            "      --base-url https://api.lightspeedapp.com --environment production --access read \\",
            "      --auth oauth --client-id ID --client-secret-env LIGHTSPEED_SECRET"
        })
final class ConnectionAddCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What you call it.")
    private @Nullable ConnectionId name;

    @Option(
            names = "--platform",
            required = true,
            paramLabel = "PLATFORM",
            description = "lightspeed-r, lightspeed-x or shopify.")
    private @Nullable String platform;

    @Option(
            names = "--account",
            required = true,
            paramLabel = "ACCOUNT",
            description =
                    "lightspeed-r: the account number; lightspeed-x: the domain prefix; shopify: the shop's domain.")
    private @Nullable String account;

    @Option(names = "--base-url", required = true, paramLabel = "URL", description = "Where its API is, without path.")
    private @Nullable URI baseUrl;

    @Option(
            names = "--environment",
            required = true,
            paramLabel = "ENV",
            completionCandidates = Choices.Environments.class,
            description = "${COMPLETION-CANDIDATES}; the two never mix.")
    private @Nullable Environment environment;

    @Option(
            names = "--access",
            paramLabel = "MODE",
            completionCandidates = Choices.AccessModes.class,
            description = "What we may do there: ${COMPLETION-CANDIDATES}; read unless given.")
    private AccessMode access = AccessMode.READ;

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

    ConnectionAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Map<String, String> settings = auth.with(options.read(spec));
        auth.requireSecrets(settings);
        ConnectionDesk.Draft draft = new ConnectionDesk.Draft(
                Specs.given(name),
                new Platform(Specs.given(platform)),
                Specs.given(account),
                Specs.given(baseUrl),
                Specs.given(environment),
                access,
                auth.secrets(shell),
                settings);
        try (Tallyport tallyport = shell.open()) {
            ConnectionView view = ConnectionView.of(tallyport.connectionDesk().add(draft, shell.actor()));
            shell.answer(view, screen -> {
                screen.good("Connection " + view.name() + " added.");
                screen.facts(ConnectionFacts.of(view));
                screen.line(
                        view.options().getOrDefault("auth", "token").equals("oauth")
                                ? "Now authorize it with: tallyport connection authorize " + view.name()
                                : "Test it with: tallyport connection test " + view.name());
            });
        }
        return ExitCode.OK;
    }
}
