package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.consignment.SupplierSource;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists suppliers. */
@Command(
        name = "suppliers",
        description = "Lists the store's suppliers, with the ids that po map takes.",
        footer = {"", "Example:", "  tallyport vend suppliers"})
final class VendSuppliersCommand implements Callable<Integer> {

    @Mixin
    private VendStore store = new VendStore();

    private final Shell shell;

    VendSuppliersCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String id, String name) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = store.open(tallyport)) {
            List<View> views = VendStore.port(session, SupplierSource.class, "suppliers").suppliers().stream()
                    .map(one -> new View(one.id().value(), one.name()))
                    .toList();
            shell.answer(views, screen -> {
                Table table = Table.of("ID", "NAME");
                views.forEach(view -> table.row(view.id(), view.name()));
                screen.table(table);
            });
        }
        return ExitCode.OK;
    }
}
