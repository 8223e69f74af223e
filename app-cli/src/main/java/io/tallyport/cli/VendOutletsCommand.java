package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists outlets. */
@Command(
        name = "outlets",
        description = "Lists the store's outlets, with the ids that po map takes.",
        footer = {"", "Example:", "  tallyport vend outlets"})
final class VendOutletsCommand implements Callable<Integer> {

    @Mixin
    private VendStore store = new VendStore();

    private final Shell shell;

    VendOutletsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = store.open(tallyport)) {
            LocationsAnswer.show(shell, session.locations());
        }
        return ExitCode.OK;
    }
}
