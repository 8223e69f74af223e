package io.tallyport.cli;

import io.tallyport.core.connection.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where an app's secret comes from: never from the command line. */
final class ClientSecretSource {

    static final String PURPOSE = "client-secret";

    @Option(
            names = "--client-secret-stdin",
            required = true,
            description = "Read the app's client secret from the first line of standard input.")
    private boolean stdin;

    @Option(
            names = "--client-secret-env",
            required = true,
            paramLabel = "VAR",
            description = "Read the app's client secret from this environment variable.")
    private @Nullable String variable;

    Secret read(Shell shell, @Nullable CommandSpec spec) {
        return stdin
                ? SecretSource.fromInput(shell, spec, "client secret", "--client-secret-stdin")
                : SecretSource.fromVariable(shell, spec, Specs.given(variable), "--client-secret-env");
    }
}
