package io.tallyport.cli;

import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what a plan says. */
@Command(
        name = "apply",
        description = {
            "Writes what a plan says, as it says it, except where a row has moved since.",
            "May be stopped at any point and run again."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock apply sync-plan-20260101-120000.json --confirm --canary 5",
            "  tallyport stock apply sync-plan-20260101-120000.json --confirm --strict"
        })
final class StockApplyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    private @Nullable Path file;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    @Option(
            names = "--canary",
            paramLabel = "N",
            description = "Write this many rows first, read them back, and go on only when they are right.")
    private int canary;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockApplyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (canary < 0) {
            throw Specs.misuse(spec, "--canary is 0 or more");
        }
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        try (Tallyport tallyport = shell.open()) {
            if (!confirmation.isAdvance() && !confirmed(tallyport, path)) {
                shell.say(screen -> screen.line("Nothing was written."));
                return ExitCode.FAILURE;
            }
            ApplyStockPlan.Request request = new ApplyStockPlan.Request(path, options.strict(), canary, shell.actor());
            ApplyStockPlan.Result result =
                    shell.showing(progress -> tallyport.applyStockPlan().apply(request, progress));
            ApplyReport report = ApplyReport.of(tallyport, result, shell);
            shell.answer(report, screen -> {
                report.print(screen);
                hint(screen, report, path);
            });
            return report.exit();
        }
    }

    private boolean confirmed(Tallyport tallyport, Path path) {
        StockPlan plan = tallyport.plans().files().open(path);
        PlanView view = PlanView.of(plan, path);
        shell.say(screen -> {
            new PlanPrinter(screen).header(view);
            new PlanPrinter(screen).counts(view);
            new PlanPrinter(screen).held(view);
        });
        if (!shell.isAsking()) {
            throw Specs.misuse(spec, "nothing was written: add --confirm to write these rows");
        }
        return shell.confirms(
                "Write " + (view.counts().changes() - view.counts().held()) + " rows to " + view.to() + "?");
    }

    private static void hint(Screen screen, ApplyReport report, Path path) {
        if (report.run().counts().containsKey("NOT_APPROVED")) {
            screen.line("Rows wait for a person: tallyport stock show " + path
                    + " --held, then tallyport stock approve " + path + " --reason TEXT, then apply again.");
        }
    }
}
