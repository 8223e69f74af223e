package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists orders. */
@Command(
        name = "list",
        description = "Lists the orders, in the order in which they were written.",
        footer = {"", "Example:", "  tallyport po list", "  tallyport po list --state approved --held --json"})
final class PoListCommand implements Callable<Integer> {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description =
                    "Only these: draft, approved, submitted, partially-received, received, cancelled; may be repeated.")
    private List<PurchaseState> states = List.of();

    @Option(names = "--connection", paramLabel = "NAME", description = "Only those of this connection.")
    private @Nullable ConnectionId connection;

    @Option(names = "--held", description = "Only those that wait for a person.")
    private boolean held;

    @Option(names = "--due", description = "Only those that the platform does not have as they are here.")
    private boolean due;

    @Option(names = "--deleted", description = "Deleted ones, too.")
    private boolean deleted;

    private final Shell shell;

    PoListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        OrderFilter filter = new OrderFilter(
                Set.copyOf(states),
                Optional.ofNullable(connection),
                Optional.empty(),
                due ? Optional.of(true) : Optional.empty(),
                held ? Optional.of(true) : Optional.empty(),
                deleted);
        try (Tallyport tallyport = shell.open()) {
            List<PoView> views = new ArrayList<>();
            Optional<Cursor> next = Optional.empty();
            do {
                Page<PurchaseOrder> page =
                        tallyport.purchasing().stores().orders().list(filter, next);
                page.items().forEach(order -> views.add(PoView.of(order)));
                next = page.next();
            } while (next.isPresent());
            shell.answer(views, screen -> {
                if (views.isEmpty()) {
                    screen.line("There are no such orders.");
                } else {
                    PoView.print(screen, views);
                }
            });
            return ExitCode.OK;
        }
    }
}
