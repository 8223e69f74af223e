package io.tallyport.cli;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.purchasing.sync.RemoteConsignments;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a consignment. */
@Command(
        name = "consignment",
        description = "Shows a consignment of the store as it is now; ends with 1 when there is none.",
        footer = {"", "Example:", "  tallyport vend consignment 0adfd74a-153e-11e9-fa42-5c5b8a7f2f7b"})
final class VendConsignmentCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Its id.")
    private @Nullable String id;

    @Mixin
    private VendStore store = new VendStore();

    private final Shell shell;

    VendConsignmentCommand(Shell shell) {
        this.shell = shell;
    }

    private record Line(
            String product,
            String ordered,
            @Nullable String received,
            @Nullable String cost) {

        static Line of(ConsignmentLine line) {
            return new Line(
                    line.product().value(),
                    line.ordered().toString(),
                    line.received().map(Quantity::toString).orElse(null),
                    line.cost().map(UnitCost::toString).orElse(null));
        }
    }

    private record View(
            String id,
            String kind,
            String status,
            @Nullable String reference,
            String note,
            String outlet,
            @Nullable String supplier,
            boolean deleted,
            List<Line> lines) {

        static View of(Consignment consignment) {
            ConsignmentHeader header = consignment.header();
            return new View(
                    header.id().value(),
                    Choices.word(header.kind()),
                    header.status().toString(),
                    header.reference().orElse(null),
                    header.note(),
                    header.outlet().value(),
                    header.supplier().map(ExternalId::value).orElse(null),
                    header.deleted(),
                    consignment.lines().stream().map(Line::of).toList());
        }
    }

    @Override
    public Integer call() {
        String given = Specs.given(id).strip();
        try (Tallyport tallyport = shell.open();
                RemoteConsignments remote = RemoteConsignments.open(tallyport.connectors(), store.id(tallyport))) {
            View view = remote.source()
                    .read(new ExternalId(given))
                    .map(View::of)
                    .orElseThrow(() -> new IllegalArgumentException("the store has no consignment " + given));
            shell.answer(view, screen -> print(screen, view));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, View view) {
        screen.title("Consignment " + view.id());
        screen.facts(List.of(
                new Screen.Fact("kind", view.kind()),
                new Screen.Fact("status", view.status() + (view.deleted() ? ", deleted" : "")),
                new Screen.Fact("reference", Objects.requireNonNullElse(view.reference(), "-")),
                new Screen.Fact("note", view.note()),
                new Screen.Fact("outlet", view.outlet()),
                new Screen.Fact("supplier", Objects.requireNonNullElse(view.supplier(), "-"))));
        Table table = Table.of("PRODUCT", ">ORDERED", ">RECEIVED", ">COST");
        view.lines()
                .forEach(line -> table.row(
                        line.product(),
                        line.ordered(),
                        Objects.requireNonNullElse(line.received(), "-"),
                        Objects.requireNonNullElse(line.cost(), "-")));
        screen.table(table);
    }
}
