package io.tallyport.cli;

import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops all remote writes. */
@Command(
        name = "stop",
        description = {
            "Stops all remote writes of this installation, those of a running apply included.",
            "With --connection, only those through one connection."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stop --reason \"stock take tonight\"",
            "  tallyport stop --connection web --reason \"the shop is being moved\""
        })
final class StopCommand implements Callable<Integer> {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; shown to everybody who asks.")
    private @Nullable String reason;

    @Option(names = "--connection", paramLabel = "NAME", description = "Stop writes through this one only.")
    private @Nullable ConnectionId connection;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StopCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String why = Specs.given(reason);
        if (why.isBlank()) {
            throw Specs.misuse(spec, "a stop needs a reason: --reason TEXT");
        }
        try (Tallyport tallyport = shell.open()) {
            if (connection != null) {
                stopOne(tallyport, connection, why);
                return ExitCode.OK;
            }
            tallyport
                    .halts()
                    .killSwitch()
                    .stop(new KillSwitch.Stop(shell.clock().instant(), shell.actor(), why));
            StopView view = StopView.of(tallyport.halts().killSwitch().stopped());
            shell.answer(view, screen -> {
                screen.attention(view.line());
                screen.line("Let them through again with: tallyport resume");
            });
        }
        return ExitCode.OK;
    }

    private void stopOne(Tallyport tallyport, ConnectionId id, String why) {
        StopView view = StopView.of(Optional.of(tallyport.halts().desk().stop(id, why, shell.actor())));
        shell.answer(view, screen -> {
            screen.attention(view.line("Remote writes through " + id));
            screen.line("Let them through again with: tallyport resume --connection " + id);
        });
    }
}
