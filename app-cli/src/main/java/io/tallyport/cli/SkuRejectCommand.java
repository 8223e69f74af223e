package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.catalog.mapping.Rejection;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says that two items are not one. */
@Command(
        name = "reject",
        description = "Says that two items are not one, so that they are not suggested again; --undo takes that back.",
        footer = {
            "",
            "Example:",
            "  tallyport sku reject main A-1 SHOP-A2 --reason \"another size\"",
            "  tallyport sku reject main id:123 id:456 --undo"
        })
final class SkuRejectCommand implements Callable<Integer> {

    @Mixin
    private PairParameters pair = new PairParameters();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why, for whoever wonders later.")
    private String reason = "";

    @Option(names = "--undo", description = "Take the rejection back; items are named by their ids.")
    private boolean undo;

    private final Shell shell;

    SkuRejectCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String sourceItem, String targetItem, boolean rejected) {}

    @Override
    public Integer call() {
        MappingDesk.Pair items = pair.by(shell.actor());
        try (Tallyport tallyport = shell.open()) {
            if (undo) {
                return takeBack(tallyport, items);
            }
            Rejection rejection =
                    shell.showing(progress -> tallyport.skus().desk().reject(items, reason, progress));
            View view = new View(
                    rejection.pair().sourceItem().value(),
                    rejection.pair().targetItem().value(),
                    true);
            shell.answer(view, screen -> screen.good("Rejected: they are not suggested again."));
        }
        return ExitCode.OK;
    }

    private int takeBack(Tallyport tallyport, MappingDesk.Pair items) {
        if (!tallyport.skus().desk().takeBack(items)) {
            throw new IllegalArgumentException(
                    "these two were not rejected; see: tallyport sku map list " + items.route() + " --rejected");
        }
        View view = new View(items.source().toString(), items.target().toString(), false);
        shell.answer(view, screen -> screen.good("Taken back: they may be suggested again."));
        return ExitCode.OK;
    }
}
