package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.ExportMappings;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes mappings into a file. */
@Command(
        name = "export",
        description = {
            "Writes the mappings of a route, and the items of both sides that nothing joins, into a new file.",
            "JSON, or CSV where the file's name ends in .csv."
        },
        footer = {"", "Example:", "  tallyport sku map export main sku-mapping.json"})
final class SkuMapExportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; one that exists is not overwritten.")
    private @Nullable Path file;

    private final Shell shell;

    SkuMapExportCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String file, int mappings, int unmappedSources, int unmappedTargets, boolean complete) {}

    @Override
    public Integer call() {
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        try (Tallyport tallyport = shell.open()) {
            ExportMappings.Result result =
                    shell.showing(progress -> tallyport.skus().exports().export(Specs.given(route), path, progress));
            View view = new View(
                    path.toString(),
                    result.mappings(),
                    result.unmappedSources(),
                    result.unmappedTargets(),
                    result.complete());
            shell.answer(view, screen -> {
                screen.good(
                        view.mappings() + " mappings, " + view.unmappedSources() + " unmapped items of the source and "
                                + view.unmappedTargets() + " of the target are in " + view.file() + ".");
                if (!view.complete()) {
                    screen.attention("A read could not prove that it saw everything: unmapped items may be missing.");
                }
            });
        }
        return ExitCode.OK;
    }
}
