package io.tallyport.cli;

import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.StockCount;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where was counted, and how far. */
final class CountOptions {

    @Option(names = "--connection", paramLabel = "CONNECTION", required = true, description = "The connection.")
    private @Nullable ConnectionId connection;

    @Option(
            names = "--outlet",
            paramLabel = "NAME",
            required = true,
            description = "The outlet, by a name that was mapped with: tallyport po map.")
    private @Nullable String outlet;

    @Option(
            names = "--whole-outlet",
            description =
                    "The list has every product of the outlet; one that the platform knows and the list has not holds it.")
    private boolean whole;

    StockCount count(Tallyport tallyport, Shell shell, Path file, CountReference reference, String note) {
        return new StockCount(
                Specs.given(connection),
                reference,
                Specs.given(outlet),
                note,
                tallyport
                        .purchasing()
                        .counts()
                        .files()
                        .read(shell.workingDirectory().resolve(file)),
                whole);
    }
}
