package io.tallyport.cli;

import io.tallyport.core.connection.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a token comes from: never from the command line, which other users and the shell's history can read. */
final class TokenSource {

    static final String PURPOSE = "token";

    @Option(
            names = "--token-stdin",
            required = true,
            description = "Read the token from the first line of standard input.")
    private boolean stdin;

    @Option(
            names = "--token-env",
            required = true,
            paramLabel = "VAR",
            description = "Read the token from this environment variable.")
    private @Nullable String variable;

    Secret read(Shell shell, @Nullable CommandSpec spec) {
        if (stdin) {
            if (shell.isAsking()) {
                shell.note("Paste the token and press Enter:");
            }
            String token = shell.line().map(String::strip).orElse("");
            if (token.isEmpty()) {
                throw Specs.misuse(spec, "--token-stdin found no token: standard input has an empty first line");
            }
            return new Secret(token);
        }
        String name = Specs.given(variable);
        String token = shell.variables().getOrDefault(name, "").strip();
        if (token.isEmpty()) {
            throw Specs.misuse(spec, "the environment variable given to --token-env is not set, or empty");
        }
        return new Secret(token);
    }
}
