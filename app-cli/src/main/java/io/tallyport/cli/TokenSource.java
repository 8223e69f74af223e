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
        return stdin
                ? SecretSource.fromInput(shell, spec, "token", "--token-stdin")
                : SecretSource.fromVariable(shell, spec, Specs.given(variable), "--token-env");
    }
}
