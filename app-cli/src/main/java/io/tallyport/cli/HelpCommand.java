package io.tallyport.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of a command. */
@Command(
        name = "help",
        description = "Shows the help of a command.",
        footer = {"", "Example:", "  tallyport help stock plan"})
final class HelpCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as: stock plan.")
    private List<String> path = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Specs.of(spec).root().commandLine();
        for (String name : path) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw new ParameterException(command, "there is no command \"" + name + "\" here");
            }
            command = next;
        }
        command.usage(Specs.of(spec).commandLine().getOut());
        return ExitCode.OK;
    }
}
