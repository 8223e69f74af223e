package io.tallyport.cli;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobType;
import io.tallyport.runtime.QueueParts;
import io.tallyport.runtime.Tallyport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces the payload of a dead letter. */
@Command(
        name = "edit",
        description = {
            "Replaces the payload of a dead job, in the current form of its type, which reads it before it is stored.",
            "It stays dead until it is replayed; who changed it is in its history."
        },
        footer = {
            "",
            "Example:",
            "  tallyport queue dead edit 4711 --payload '{\"route\":\"main\",\"full\":true}'",
            "  tallyport queue dead edit 4711 --file payload.json"
        })
final class QueueDeadEditCommand implements Callable<Integer> {

    /** Where the payload is. */
    static final class Source {

        @Option(names = "--payload", required = true, paramLabel = "JSON", description = "The new payload.")
        private @Nullable String payload;

        @Option(names = "--file", required = true, paramLabel = "FILE", description = "A file that holds it.")
        private @Nullable Path file;
    }

    @Parameters(paramLabel = "ID", description = "The job's number.")
    private @Nullable JobId id;

    @ArgGroup(multiplicity = "1")
    private @Nullable Source source;

    private final Shell shell;

    QueueDeadEditCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        JobId job = Specs.given(id);
        String payload = payload(Specs.given(source)).strip();
        try (Tallyport tallyport = shell.open()) {
            QueueParts queue = tallyport.queue();
            Job dead = QueueDeadShowCommand.requireDead(queue.history(), job);
            JobType<?> type = queue.types().check(dead.type(), payload);
            if (!queue.desk().edit(job, type.version(), payload, shell.actor())) {
                throw JobErrors.rejected("edit job", JobErrors.WRONG_STATE, "job " + job + " was changed meanwhile");
            }
            shell.answer(
                    Map.of("edited", job.value()),
                    screen -> screen.good("Job " + job + " has the new payload; start it with: tallyport queue dead"
                            + " replay " + job));
        }
        return ExitCode.OK;
    }

    private String payload(Source given) {
        if (given.payload != null) {
            return given.payload;
        }
        Path file = shell.workingDirectory().resolve(Specs.given(given.file));
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
