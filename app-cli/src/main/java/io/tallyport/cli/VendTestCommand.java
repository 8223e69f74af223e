package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks a store whether the connection works. */
@Command(
        name = "test",
        description = "Asks the store who we are and whether our rights suffice; ends with 1 when there are problems.",
        footer = {"", "Example:", "  tallyport vend test"})
final class VendTestCommand implements Callable<Integer> {

    @Mixin
    private VendStore store = new VendStore();

    private final Shell shell;

    VendTestCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = store.open(tallyport)) {
            Health health = session.check();
            return HealthAnswer.of(store.id(tallyport), health).show(shell);
        }
    }
}
