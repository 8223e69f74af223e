package io.tallyport.cli;

import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.receiving.PollPurchaseOrders;
import io.tallyport.core.purchasing.receiving.PurchaseOrderPoll;
import io.tallyport.runtime.Tallyport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks what became of orders. */
@Command(
        name = "poll",
        description = {
            "Takes in what became of the consignments of a connection since it was last looked, and asks for the syncs",
            "that are due there. Once, now; with --every or --cron workers do it at these times, until --off."
        },
        footer = {
            "",
            "Example:",
            "  tallyport po poll till",
            "  tallyport po poll till --every 10m",
            "  tallyport po poll till --off"
        })
final class PoPollCommand implements Callable<Integer> {

    /** When, or not any more. */
    static final class Choice {

        @ArgGroup(multiplicity = "1")
        private @Nullable ScheduleTimes times;

        @Option(names = "--off", required = true, description = "Ends it; a look that waits already is still done.")
        private boolean off;
    }

    @Parameters(paramLabel = "CONNECTION", description = "The connection whose platform keeps the orders.")
    private @Nullable ConnectionId connection;

    @ArgGroup
    private @Nullable Choice choice;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose clock --cron goes by; UTC unless given.")
    private ZoneId zone = ZoneOffset.UTC;

    private final Shell shell;

    PoPollCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConnectionId id = Specs.given(connection);
        try (Tallyport tallyport = shell.open()) {
            if (choice == null) {
                now(tallyport, id);
            } else if (choice.off) {
                end(tallyport, id);
            } else {
                schedule(tallyport, id, Specs.given(choice.times));
            }
        }
        return ExitCode.OK;
    }

    private void now(Tallyport tallyport, ConnectionId id) {
        PollPurchaseOrders.Result result = tallyport.purchasing().poll().poll(id, shell.actor());
        shell.answer(
                result,
                screen -> screen.good(
                        result.read() + " orders changed at the platform, " + result.asked() + " are to be synced."));
    }

    private static String name(ConnectionId id) {
        return PurchaseOrderPoll.TYPE + ":" + id;
    }

    private void schedule(Tallyport tallyport, ConnectionId id, ScheduleTimes times) {
        if (tallyport.connections().find(id).isEmpty()) {
            throw new IllegalArgumentException("there is no connection \"" + id + "\"");
        }
        NewJob job = NewJob.of(tallyport.purchasing().polls(), new PurchaseOrderPoll(id.value()))
                .inGroup("connection:" + id, 1);
        Instant next = tallyport
                .queue()
                .schedules()
                .put(
                        new Schedule(name(id), times.cron(), times.every(), zone, Schedule.CatchUp.ONCE, job, false),
                        shell.actor());
        shell.answer(
                Map.of("schedule", name(id), "next", Times.shown(next)),
                screen -> screen.good("The orders of " + id + " are looked at from " + Times.shown(next)
                        + " on. Workers do it: tallyport queue work"));
    }

    private void end(Tallyport tallyport, ConnectionId id) {
        if (!tallyport.queue().schedules().remove(name(id), shell.actor())) {
            throw JobErrors.rejected(
                    "end schedule", JobErrors.UNKNOWN_SCHEDULE, "the orders of \"" + id + "\" are not looked at");
        }
        shell.answer(
                Map.of("ended", id.value()),
                screen -> screen.good("The orders of " + id + " are not looked at any more."));
    }
}
