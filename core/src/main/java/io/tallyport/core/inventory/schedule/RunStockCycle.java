package io.tallyport.core.inventory.schedule;

import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Syncs a route as a job: what needs no person is written, what is held stays held and is told.
 *
 * <p>Doing it again is harmless: it plans anew, and a second cycle with nothing moved writes nothing. A route that is
 * paused, disabled, gone or stopped is left out, and the job says so; that is no failure.
 */
public final class RunStockCycle implements JobHandler<StockCycle> {

    /** Who is named for what a cycle does. */
    public static final String ACTOR = "schedule";

    private static final Set<ErrorCode> BUSY = Set.of(PlanErrors.BUSY, PlanErrors.READING);
    private static final Set<ErrorCode> LEFT_OUT = Set.of(PlanErrors.PAUSED, PlanErrors.HELD, WriteGate.STOPPED);

    private final RouteStore routes;
    private final Halts halts;
    private final KillSwitch killSwitch;
    private final SyncStock syncStock;
    private final StockCycleFiles files;

    public RunStockCycle(
            RouteStore routes, Halts halts, KillSwitch killSwitch, SyncStock syncStock, StockCycleFiles files) {
        this.routes = routes;
        this.halts = halts;
        this.killSwitch = killSwitch;
        this.syncStock = syncStock;
        this.files = files;
    }

    @Override
    public Outcome handle(StockCycle cycle, JobContext context) {
        RouteId id = cycle.id();
        Optional<String> leftOut = whyNot(id);
        if (leftOut.isPresent()) {
            return skipped(leftOut.get());
        }
        try {
            return sync(id, cycle.full(), context);
        } catch (PortException failed) {
            return failed(failed);
        } catch (Stopped asked) {
            return Outcome.cancelled("stopped before anything was written");
        }
    }

    private Outcome sync(RouteId id, boolean full, JobContext context) {
        Path file = files.next(context.job().id(), context.job().attempt());
        PlanStock.Request request =
                new PlanStock.Request(id, file, false, full ? PlanReading.WHOLE : PlanReading.CHANGED, ACTOR);
        Progress progress = (step, done, total) -> context.progress(done, total.orElse(0), step);
        SyncStock.Result result = syncStock.sync(request, false, 0, progress, () -> admit(context));
        if (result.plan().counts().changes() == 0) {
            files.discard(file);
        }
        String report = CycleReport.of(result, file);
        boolean failed = result.applied()
                .filter(applied -> applied.run().state() == RunState.FAILED)
                .isPresent();
        return failed ? Outcome.retry(report) : Outcome.done(report);
    }

    /** Planning may have taken long: whether this try may still write. */
    private static void admit(JobContext context) {
        if (context.shouldStop()) {
            throw new Stopped();
        }
        context.assertHeld();
    }

    private static Outcome failed(PortException failed) {
        Optional<ErrorCode> code = failed.context().code();
        if (code.filter(BUSY::contains).isPresent()) {
            return Outcome.retry(failed.describe());
        }
        return code.filter(LEFT_OUT::contains).isPresent() ? skipped(failed.describe()) : Outcome.of(failed);
    }

    private Optional<String> whyNot(RouteId id) {
        Optional<Route> route = routes.find(id);
        if (route.isEmpty()) {
            return Optional.of("there is no route \"" + id
                    + "\" any more; end its schedule with: tallyport route schedule " + id + " --off");
        }
        if (!route.get().enabled()) {
            return Optional.of("the route is disabled");
        }
        return killSwitch
                .stopped()
                .map(stop -> told("all remote writes are stopped", stop))
                .or(() -> halted(Halted.of(id), "the route is paused"))
                .or(() -> halted(Halted.of(route.get().target().connection()), "writes to its target are stopped"));
    }

    private Optional<String> halted(Halted what, String words) {
        return halts.find(what).map(stop -> told(words, stop));
    }

    private static String told(String words, KillSwitch.Stop stop) {
        return words + " by " + stop.actor() + ": " + stop.reason();
    }

    private static Outcome skipped(String why) {
        return Outcome.done("left out: " + why);
    }

    /** It was asked to stop between planning and writing. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
