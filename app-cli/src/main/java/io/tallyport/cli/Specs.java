package io.tallyport.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the parser puts into a command before it runs. */
final class Specs {

    private Specs() {}

    static CommandSpec of(@Nullable CommandSpec spec) {
        return given(spec);
    }

    /** A required option or parameter: the parser refuses a call without it. */
    static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "the parser fills this in");
    }

    /** A misuse that only the command itself can see. */
    static ParameterException misuse(@Nullable CommandSpec spec, String message) {
        return new ParameterException(of(spec).commandLine(), message);
    }
}
