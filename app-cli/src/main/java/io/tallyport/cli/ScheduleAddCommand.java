package io.tallyport.cli;

import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.core.job.Priority;
import io.tallyport.core.job.Schedule;
import io.tallyport.runtime.QueueParts;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a schedule. */
@Command(
        name = "add",
        description = {
            "Adds a schedule of a job type that this program knows; its payload is read before it is stored.",
            "While a job of it waits, no other is added. A route's cycles are scheduled by: tallyport route schedule"
        },
        footer = {
            "",
            "Example:",
            "  tallyport schedule add tidy --type history-prune --payload '{}' --cron \"30 4 * * *\"",
            "  tallyport schedule add smaller --type queue-prune --payload '{}' --every 10m --priority low"
        })
final class ScheduleAddCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name, unique.")
    private @Nullable String name;

    @Option(names = "--type", required = true, paramLabel = "TYPE", description = "The job type's name.")
    private @Nullable String type;

    @Option(names = "--payload", required = true, paramLabel = "JSON", description = "The payload of each job.")
    private @Nullable String payload;

    @ArgGroup(multiplicity = "1")
    private @Nullable ScheduleTimes times;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose clock --cron goes by; UTC unless given.")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--catch-up",
            paramLabel = "HOW",
            description = "What becomes of times that pass while no worker runs: once (unless given) or skip.")
    private Schedule.CatchUp catchUp = Schedule.CatchUp.ONCE;

    @Option(
            names = "--priority",
            paramLabel = "PRIORITY",
            description = "critical, high, normal or low; the type's own unless given.")
    private @Nullable Priority priority;

    private final Shell shell;

    ScheduleAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String given = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            QueueParts queue = tallyport.queue();
            if (queue.schedules().find(given).isPresent()) {
                throw JobErrors.rejected("add schedule", JobErrors.SCHEDULE_EXISTS, "\"" + given + "\"");
            }
            Instant next = queue.schedules().put(schedule(queue, given), shell.actor());
            shell.answer(
                    Map.of("schedule", given, "next", Times.shown(next)),
                    screen -> screen.good("Schedule " + given + " added; first due " + Times.shown(next) + "."));
        }
        return ExitCode.OK;
    }

    private Schedule schedule(QueueParts queue, String given) {
        String body = Specs.given(payload).strip();
        JobType<?> known = queue.types().check(Specs.given(type), body);
        queue.routeSchedules().refuseCycle(known, body);
        NewJob job = new NewJob(
                known.name(),
                known.version(),
                body,
                priority == null ? known.priority() : priority,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                OnLostParent.CANCEL,
                known.retries().maxAttempts());
        ScheduleTimes when = Specs.given(times);
        return new Schedule(given, when.cron(), when.every(), zone, catchUp, job, false);
    }
}
