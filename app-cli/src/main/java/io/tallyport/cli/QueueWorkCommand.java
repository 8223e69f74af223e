package io.tallyport.cli;

import io.tallyport.core.job.JobWorker;
import io.tallyport.core.job.WorkerReport;
import io.tallyport.runtime.QueueStaff;
import io.tallyport.runtime.Tallyport;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a worker until it is stopped. */
@Command(
        name = "work",
        description = {
            "Runs a worker until it is stopped by SIGTERM or Ctrl-C: it then finishes or hands back what it runs.",
            "Any number may run, on several machines. Ends with 75 when it used more memory than queue.memory-limit-mb",
            "allows and has finished its jobs: start it again."
        },
        footer = {
            "",
            "Example:",
            "  tallyport queue work",
            "  tallyport queue work --threads 8 --types stock-cycle",
            "  tallyport queue work --once --json"
        })
final class QueueWorkCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Jobs that it runs at once; what queue.threads says unless given.")
    private @Nullable Integer threads;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "Only jobs of these types; all that the program knows unless given.")
    private Set<String> types = Set.of();

    @Option(names = "--once", description = "End when there is nothing left to do now.")
    private boolean once;

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it; host and process unless given.")
    private @Nullable String name;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    QueueWorkCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(
            String name, String end, long completed, long notCompleted, long handedBack, long lost, int leftRunning) {}

    @Override
    public Integer call() {
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw Specs.misuse(spec, "--threads is from 1 to " + MOST_THREADS);
        }
        try (Tallyport tallyport = shell.open()) {
            QueueStaff.Contract contract = new QueueStaff.Contract(
                    Optional.ofNullable(name), VersionCommand.version(), Optional.ofNullable(threads), types);
            types.forEach(tallyport.queue().types()::require);
            QueueStaff.Hired hired = tallyport.queue().staff().hire(contract);
            shell.say(screen ->
                    screen.line("Worker " + hired.name() + " runs up to " + hired.threads() + " jobs at once of "
                            + String.join(", ", new TreeSet<>(hired.types())) + "; stop it with Ctrl-C."));
            WorkerReport report = work(hired.worker());
            View view = view(hired.name(), report);
            shell.answer(view, screen -> print(screen, view));
            return report.end() == WorkerReport.End.MEMORY ? ExitCode.MEMORY : ExitCode.OK;
        }
    }

    private WorkerReport work(JobWorker worker) {
        Thread ear = new Thread(() -> untilStopped(worker), "ear");
        ear.setDaemon(true);
        ear.start();
        return once ? worker.runUntilIdle() : worker.run();
    }

    private void untilStopped(JobWorker worker) {
        try {
            shell.stopping().await(worker::stop);
        } catch (InterruptedException ended) {
            worker.stop();
        }
    }

    private static View view(String name, WorkerReport report) {
        return new View(
                name,
                report.end().name().toLowerCase(Locale.ROOT),
                report.completed(),
                report.notCompleted(),
                report.handedBack(),
                report.lost(),
                report.leftRunning());
    }

    private static void print(Screen screen, View view) {
        screen.line("Worker " + view.name() + " ended (" + view.end() + "): " + view.completed() + " completed, "
                + view.notCompleted() + " not, " + view.handedBack() + " handed back, " + view.lost() + " lost.");
        if (view.leftRunning() > 0) {
            screen.attention(view.leftRunning()
                    + " did not stop in time; their jobs are given to others when the lease has ended.");
        }
    }
}
