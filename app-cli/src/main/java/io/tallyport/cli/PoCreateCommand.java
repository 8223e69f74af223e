package io.tallyport.cli;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.OrderDraft;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an order down. */
@Command(
        name = "create",
        description = "Writes an order down as a draft; nothing is sent before it is approved.",
        footer = {
            "",
            "Example:",
            "  tallyport po create till --supplier Acme --outlet Main --line MUG-1=12@2.50 --line CUP-1=6"
        })
final class PoCreateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CONNECTION", description = "Where it is carried to.")
    private @Nullable ConnectionId connection;

    @Option(
            names = "--supplier",
            required = true,
            paramLabel = "NAME",
            description = "Who sends the goods; of a transfer the sending outlet.")
    private String supplier = "";

    @Option(
            names = "--outlet",
            required = true,
            paramLabel = "NAME",
            description = "Who receives them; of a return who sends them back.")
    private String outlet = "";

    @Option(
            names = "--line",
            required = true,
            paramLabel = "SKU=QUANTITY[@COST]",
            description = "What is ordered, and what a unit costs; may be repeated.")
    private List<PoLine> lines = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "supplier",
            description = "supplier, outlet (a transfer) or return; supplier unless given.")
    private ConsignmentKind kind = ConsignmentKind.SUPPLIER;

    @Option(names = "--note", paramLabel = "TEXT", description = "What people at the platform read with it.")
    private String note = "";

    @Option(names = "--id", paramLabel = "ID", description = "Its number; the next of ours unless given.")
    private @Nullable PurchaseOrderId id;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    PoCreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        OrderDraft draft = draft();
        try (Tallyport tallyport = shell.open()) {
            PoView view = PoView.of(tallyport.purchasing().create().create(draft, shell.actor()));
            shell.answer(view, screen -> {
                view.print(screen);
                screen.good("Written down. Approve it with: tallyport po approve " + view.id());
            });
            return ExitCode.OK;
        }
    }

    private OrderDraft draft() {
        try {
            return new OrderDraft(
                    Optional.ofNullable(id),
                    Specs.given(connection),
                    kind,
                    supplier,
                    outlet,
                    note,
                    lines.stream().map(PoLine::line).toList());
        } catch (IllegalArgumentException wrong) {
            throw Specs.misuse(spec, String.valueOf(wrong.getMessage()));
        }
    }
}
