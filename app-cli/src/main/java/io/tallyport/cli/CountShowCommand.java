package io.tallyport.cli;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.ShowCount;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where a count stands. */
@Command(
        name = "show",
        description = "Shows where a count stands at the platform, with what it lists; only reads.",
        footer = {"", "Example:", "  tallyport count show CNT-2026-001 --connection till"})
final class CountShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REFERENCE", description = "What the count is called.")
    private @Nullable CountReference reference;

    @Option(names = "--connection", paramLabel = "CONNECTION", required = true, description = "The connection.")
    private @Nullable ConnectionId connection;

    private final Shell shell;

    CountShowCommand(Shell shell) {
        this.shell = shell;
    }

    private record Line(
            String product, String expected, @Nullable String counted) {

        static Line of(ConsignmentLine line) {
            return new Line(
                    line.product().value(),
                    line.ordered().toString(),
                    line.received().map(Quantity::toString).orElse(null));
        }
    }

    private record Live(String consignment, String status, boolean ours, List<Line> lines) {

        static Live of(Consignment there, ShowCount.Standing standing) {
            return new Live(
                    there.id().value(),
                    there.header().status().toString(),
                    !standing.foreign().contains(there.id().value()),
                    there.lines().stream().map(Line::of).toList());
        }
    }

    private record View(String reference, List<Live> live, List<String> open, long writes) {}

    @Override
    public Integer call() {
        CountReference given = Specs.given(reference);
        try (Tallyport tallyport = shell.open()) {
            ShowCount.Standing standing = tallyport.purchasing().counts().show().show(Specs.given(connection), given);
            View view = new View(
                    given.value(),
                    standing.live().stream()
                            .map(there -> Live.of(there, standing))
                            .toList(),
                    standing.open(),
                    standing.writes());
            shell.answer(view, screen -> print(screen, view));
            return ExitCode.OK;
        }
    }

    private static void print(Screen screen, View view) {
        if (view.live().isEmpty()) {
            screen.line(view.reference() + ": nothing of it is live at the platform; " + view.writes()
                    + " writes were made for it.");
        }
        for (Live live : view.live()) {
            screen.title(view.reference() + " is consignment " + live.consignment() + ", " + live.status()
                    + (live.ours() ? "" : ", not made here"));
            Table table = Table.of("PRODUCT", ">EXPECTED", ">COUNTED");
            live.lines()
                    .forEach(line -> table.row(
                            line.product(), line.expected(), Objects.requireNonNullElse(line.counted(), "-")));
            screen.table(table);
        }
        view.open().forEach(open -> screen.attention("without an answer yet: " + open));
    }
}
