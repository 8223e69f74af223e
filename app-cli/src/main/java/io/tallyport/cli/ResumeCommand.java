package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets remote writes through again. */
@Command(
        name = "resume",
        description = {
            "Lets remote writes through again.",
            "A connection that was stopped by itself stays stopped until it is named."
        },
        footer = {"", "Example:", "  tallyport resume", "  tallyport resume --connection web"})
final class ResumeCommand implements Callable<Integer> {

    @Option(names = "--connection", paramLabel = "NAME", description = "Let writes through this one only.")
    private @Nullable ConnectionId connection;

    private final Shell shell;

    ResumeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            boolean resumed = connection == null
                    ? tallyport.halts().killSwitch().resume()
                    : tallyport.halts().desk().resume(connection, shell.actor());
            shell.answer(
                    Map.of("resumed", resumed),
                    screen -> screen.good(resumed ? "Remote writes are let through again." : "Nothing was stopped."));
        }
        return ExitCode.OK;
    }
}
