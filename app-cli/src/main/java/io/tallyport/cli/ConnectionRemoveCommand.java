package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a connection. */
@Command(
        name = "remove",
        description = "Removes a connection and its secrets; nothing changes at the platform.",
        footer = {"", "Example:", "  tallyport connection remove web --confirm"})
final class ConnectionRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ConnectionRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConnectionId id = Specs.given(name);
        if (!confirmation.isGiven(shell, spec, "Remove connection " + id + " and its secrets?")) {
            shell.say(screen -> screen.line("Nothing was removed."));
            return ExitCode.FAILURE;
        }
        try (Tallyport tallyport = shell.open()) {
            tallyport.connectionDesk().remove(id, shell.actor());
            shell.answer(Map.of("removed", id.value()), screen -> screen.good("Connection " + id + " removed."));
        }
        return ExitCode.OK;
    }
}
