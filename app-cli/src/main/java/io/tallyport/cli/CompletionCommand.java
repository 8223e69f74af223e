package io.tallyport.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete our commands. */
@Command(
        name = "generate-completion",
        description = "Prints a completion script for bash and zsh.",
        footer = {"", "Example:", "  source <(tallyport generate-completion)"})
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = Specs.of(spec).root().commandLine();
        root.getOut().print(AutoComplete.bash(root.getCommandName(), root));
        return ExitCode.OK;
    }
}
