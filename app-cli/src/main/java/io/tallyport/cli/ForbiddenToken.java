package io.tallyport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Catches the attempt to give a token as an argument and says why that is not taken. */
final class ForbiddenToken {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = {"--token", "--access-token", "--api-key", "--password", "--secret", "--client-secret"},
            hidden = true,
            arity = "0..1",
            fallbackValue = "-")
    void token(@Nullable String any) {
        if (any != null) {
            throw Specs.misuse(
                    spec,
                    "a token is never taken as an argument: other users of this machine see it in the list of"
                            + " processes, and the shell keeps it in its history. Use --token-stdin or --token-env VAR,"
                            + " --client-secret-stdin or --client-secret-env VAR"
                            + " (and replace a token that was typed here)");
        }
    }
}
