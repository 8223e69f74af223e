package io.tallyport.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the plan of an undo goes. */
final class UndoFile {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the plan goes; KIND-plan-YYYYMMDD-HHMMSS.json here unless given. Never overwrites.")
    private @Nullable Path out;

    /**
     * The file, free.
     *
     * @throws picocli.CommandLine.ParameterException when there is one already
     */
    Path free(Shell shell, String kind, @Nullable CommandSpec spec) {
        if (out == null) {
            return PlanName.in(shell.workingDirectory(), kind, shell.clock().instant());
        }
        Path file = shell.workingDirectory().resolve(out);
        if (Files.exists(file)) {
            throw Specs.misuse(spec, file + " exists already and is not overwritten");
        }
        return file;
    }
}
