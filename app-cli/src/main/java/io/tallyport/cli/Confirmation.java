package io.tallyport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The word without which nothing dangerous is done. */
final class Confirmation {

    @Option(names = "--confirm", description = "Do it; without this a person is asked on a terminal.")
    private boolean given;

    /**
     * Whether to go on: given, or answered with yes on a terminal.
     *
     * @throws picocli.CommandLine.ParameterException where nobody can be asked, saying that nothing was done
     */
    boolean isGiven(Shell shell, @Nullable CommandSpec spec, String question) {
        if (given) {
            return true;
        }
        if (!shell.isAsking()) {
            throw Specs.misuse(spec, "nothing was done: add --confirm to do it");
        }
        return shell.confirms(question);
    }

    /** Whether it was given already. */
    boolean isAdvance() {
        return given;
    }
}
