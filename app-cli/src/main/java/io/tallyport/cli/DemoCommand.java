package io.tallyport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way, from two shops that differ to two that agree. */
@Command(
        name = "demo",
        description = {
            "Starts a sandbox and a temporary database, connects two tills and the shop they feed, plans, approves, applies",
            "and plans again.",
            "The last line says how many rows are in step."
        },
        footer = {
            "",
            "Example:",
            "  tallyport demo",
            "  tallyport demo --skus 5000 --faults",
            "  tallyport demo --faults my-faults.json --keep"
        })
final class DemoCommand implements Callable<Integer> {

    private static final String BUILT_IN = "built-in";

    @Option(names = "--skus", paramLabel = "N", description = "How many products; ${DEFAULT-VALUE} unless given.")
    private int skus = 400;

    @Option(
            names = "--faults",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = BUILT_IN,
            description = "A script of faults to survive; without FILE a mixed one that is built in.")
    private @Nullable String faults;

    @Option(names = "--keep", description = "Keep the temporary data directory and say where it is.")
    private boolean keep;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    DemoCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (skus < 1 || skus > 200_000) {
            throw Specs.misuse(spec, "--skus is from 1 to 200000");
        }
        DemoSettings settings = new DemoSettings(skus, script(), keep);
        try (DemoDirectory directory = DemoDirectory.make(keep)) {
            DemoResult result = new Demo(shell, settings, directory.path()).run();
            if (keep) {
                shell.say(screen -> screen.line("Kept: " + directory.path() + " (look around with: tallyport --data "
                        + directory.path() + " runs list)"));
            }
            shell.answer(result, result::print);
            return result.exit();
        }
    }

    private Optional<String> script() {
        if (faults == null) {
            return Optional.empty();
        }
        if (!faults.equals(BUILT_IN)) {
            Path file = shell.workingDirectory().resolve(faults);
            return Optional.of(file.toString());
        }
        try (InputStream in = DemoCommand.class.getResourceAsStream("mixed-faults.json")) {
            return Optional.of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
