package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lets remote writes through again. */
@Command(
        name = "resume",
        description = "Lets remote writes through again.",
        footer = {"", "Example:", "  tallyport resume"})
final class ResumeCommand implements Callable<Integer> {

    private final Shell shell;

    ResumeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            boolean resumed = tallyport.killSwitch().resume();
            shell.answer(
                    Map.of("resumed", resumed),
                    screen -> screen.good(resumed ? "Remote writes are let through again." : "Nothing was stopped."));
        }
        return ExitCode.OK;
    }
}
