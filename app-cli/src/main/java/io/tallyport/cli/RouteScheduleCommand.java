package io.tallyport.cli;

import io.tallyport.core.inventory.schedule.RouteSchedules;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives, changes or ends the standing consent to a route's cycles. */
@Command(
        name = "schedule",
        description = {
            "Lets workers sync a route by themselves: what changed at these times, and everything each night.",
            "This is a standing consent to write what needs no person; held rows and held plans still wait for one.",
            "A worker has to run: tallyport queue work"
        },
        footer = {
            "",
            "Example:",
            "  tallyport route schedule main --every 5m --confirm",
            "  tallyport route schedule main --cron \"*/10 8-20 * * 1-6\" --zone Europe/Berlin --full-at 02:30 --confirm",
            "  tallyport route schedule main --off"
        })
final class RouteScheduleCommand implements Callable<Integer> {

    /** When, or not any more. */
    static final class Choice {

        @ArgGroup(multiplicity = "1")
        private @Nullable ScheduleTimes times;

        @Option(names = "--off", required = true, description = "Ends it; a cycle that waits already still runs.")
        private boolean off;
    }

    @Parameters(paramLabel = "ROUTE", description = "The route's name.")
    private @Nullable RouteId route;

    @ArgGroup(multiplicity = "1")
    private @Nullable Choice choice;

    @Option(
            names = "--full-at",
            paramLabel = "HH:MM",
            description = "When everything is read; some minute after 03:00 unless given.")
    private @Nullable LocalTime fullAt;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose clock that goes by; UTC unless given.")
    private ZoneId zone = ZoneOffset.UTC;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    RouteScheduleCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Choice chosen = Specs.given(choice);
        return chosen.off ? end(Specs.given(route)) : put(Specs.given(route), Specs.given(chosen.times));
    }

    private int put(RouteId id, ScheduleTimes times) {
        String question = "Let workers sync route " + id + " at these times, and write what needs no person?";
        if (!confirmation.isGiven(shell, spec, question)) {
            shell.say(screen -> screen.line("Nothing was scheduled."));
            return ExitCode.FAILURE;
        }
        try (Tallyport tallyport = shell.open()) {
            RouteSchedules.Times wanted =
                    new RouteSchedules.Times(times.every(), times.cron(), Optional.ofNullable(fullAt), zone);
            List<ScheduleView> views = tallyport.queue().routeSchedules().put(id, wanted, shell.actor()).stream()
                    .map(ScheduleView::of)
                    .toList();
            shell.answer(views, screen -> {
                ScheduleView.print(screen, views);
                screen.good("Route " + id + " is scheduled. Workers do it: tallyport queue work");
            });
        }
        return ExitCode.OK;
    }

    private int end(RouteId id) {
        try (Tallyport tallyport = shell.open()) {
            if (!tallyport.queue().routeSchedules().end(id, shell.actor())) {
                throw JobErrors.rejected(
                        "end schedule", JobErrors.UNKNOWN_SCHEDULE, "route \"" + id + "\" is not scheduled");
            }
            shell.answer(
                    Map.of("ended", id.value()), screen -> screen.good("Route " + id + " is not scheduled any more."));
        }
        return ExitCode.OK;
    }
}
