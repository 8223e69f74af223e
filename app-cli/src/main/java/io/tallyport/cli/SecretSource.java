package io.tallyport.cli;

import io.tallyport.core.connection.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Reads a secret from where it may come from: never from the command line. */
final class SecretSource {

    private SecretSource() {}

    /**
     * The secret on the first line of standard input.
     *
     * @param what it is, such as {@code token}
     * @param option that asked for it
     */
    static Secret fromInput(Shell shell, @Nullable CommandSpec spec, String what, String option) {
        if (shell.isAsking()) {
            shell.note("Paste the " + what + " and press Enter:");
        }
        String text = shell.line().map(String::strip).orElse("");
        if (text.isEmpty()) {
            throw Specs.misuse(spec, option + " found no " + what + ": standard input has an empty first line");
        }
        return new Secret(text);
    }

    /** The secret in the environment variable of that name. */
    static Secret fromVariable(Shell shell, @Nullable CommandSpec spec, String name, String option) {
        String text = shell.variables().getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            throw Specs.misuse(spec, "the environment variable given to " + option + " is not set, or empty");
        }
        return new Secret(text);
    }
}
