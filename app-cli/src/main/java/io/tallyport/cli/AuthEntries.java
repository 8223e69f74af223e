package io.tallyport.cli;

import io.tallyport.core.connection.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a connection authenticates: with a stored token, or as an app that comes by its tokens itself. */
final class AuthEntries {

    private static final String STORED = "token";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--auth",
            paramLabel = "WAY",
            description = "How it authenticates: token (stored, used as it is), oauth (you authorize it, it renews its"
                    + " tokens), client-credentials (Shopify, own shops); token unless given.")
    private @Nullable String way;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "The app's client id, for oauth and client-credentials.")
    private @Nullable String clientId;

    @ArgGroup
    private @Nullable TokenSource token;

    @ArgGroup
    private @Nullable ClientSecretSource clientSecret;

    boolean isEmpty() {
        return way == null && clientId == null && token == null && clientSecret == null;
    }

    /** The options {@code given} with those that these entries stand for. */
    Map<String, String> with(Map<String, String> given) {
        Map<String, String> options = new TreeMap<>(given);
        if (way != null) {
            options.put("auth", way);
        }
        if (clientId != null) {
            options.put("client-id", clientId);
        }
        return options;
    }

    /** The secrets that were given, by purpose. */
    Map<String, Secret> secrets(Shell shell) {
        Map<String, Secret> secrets = new HashMap<>();
        if (token != null) {
            secrets.put(TokenSource.PURPOSE, token.read(shell, spec));
        }
        if (clientSecret != null) {
            secrets.put(ClientSecretSource.PURPOSE, clientSecret.read(shell, spec));
        }
        return secrets;
    }

    /** Refuses a new connection that lacks what its way needs. */
    void requireSecrets(Map<String, String> options) {
        boolean stored = options.getOrDefault("auth", STORED).equals(STORED);
        if (stored && token == null) {
            throw Specs.misuse(spec, "a token is missing: give --token-stdin or --token-env VAR (or another --auth)");
        }
        if (!stored && clientSecret == null) {
            throw Specs.misuse(
                    spec, "the app's secret is missing: give --client-secret-stdin or --client-secret-env VAR");
        }
    }
}
