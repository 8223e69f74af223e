package io.tallyport.cli;

import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs stand-ins of the remote platforms until it is stopped. */
@Command(
        name = "sandbox",
        description = {
            "Runs stand-ins of Lightspeed R-Series, X-Series and Shopify on 127.0.0.1 until it is stopped with Ctrl-C.",
            "Prints what to connect with. Its control API sells at the till, places web orders and makes faults."
        },
        footer = {"", "Example:", "  tallyport sandbox --port 8099 --skus 1000 --shopify-plan advanced --registers 3"})
final class SandboxCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "P", description = "Any free one unless given.")
    private int port;

    @Option(names = "--skus", paramLabel = "N", description = "How many products; ${DEFAULT-VALUE} unless given.")
    private int skus = 400;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed makes the same products.")
    private long seed = 1;

    @Option(
            names = "--shopify-plan",
            paramLabel = "PLAN",
            completionCandidates = Choices.ShopifyPlans.class,
            description = "Decides Shopify's rate limit: ${COMPLETION-CANDIDATES}; standard unless given.")
    private String shopifyPlan = "standard";

    @Option(
            names = "--registers",
            paramLabel = "N",
            description = "Decide the rate limits of the POSs; 1 unless given.")
    private int registers = 1;

    @Option(names = "--faults", paramLabel = "FILE", description = "A script of faults, in force from the start.")
    private @Nullable Path faults;

    private final Shell shell;

    SandboxCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        SandboxSettings settings = SandboxSettings.defaults()
                .withPort(port)
                .withSkus(skus)
                .withSeed(seed)
                .withShopifyPlan(shopifyPlan)
                .withRegisters(registers)
                .withBaseClock(shell.clock());
        if (faults != null) {
            settings = settings.withFaultScript(
                    shell.workingDirectory().resolve(faults).toString());
        }
        Sandbox sandbox = SandboxStart.start(settings);
        SandboxView view = SandboxView.of(sandbox);
        shell.answer(view, view::print);
        shell.stopping().await(() -> {
            sandbox.close();
            shell.say(screen -> screen.line("Sandbox stopped."));
        });
        return ExitCode.OK;
    }
}
