package io.tallyport.core.inventory.schedule;

import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.ScheduleDesk;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The standing consent to a route's cycles: one schedule for what changed, one that reads everything each night.
 *
 * <p>Cycles of routes that write through one connection run one after the other.
 */
public final class RouteSchedules {

    private static final int NIGHT_HOUR = 3;
    private static final int MINUTES = 60;

    private final RouteStore routes;
    private final ScheduleDesk desk;
    private final JobType<StockCycle> type;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public RouteSchedules(
            RouteStore routes,
            ScheduleDesk desk,
            JobType<StockCycle> type,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.routes = routes;
        this.desk = desk;
        this.type = type;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * When a route's cycles run.
     *
     * @param every how often, or empty for {@code cron}
     * @param cron when, or empty for {@code every}
     * @param fullAt when everything is read; some minute after three unless given, another one for each route
     * @param zone whose clock cron and night go by
     */
    public record Times(Optional<Duration> every, Optional<String> cron, Optional<LocalTime> fullAt, ZoneId zone) {}

    /**
     * Schedules a route, or changes its times.
     *
     * @return its two schedules, that of what changed first
     * @throws IllegalArgumentException when there is no such route, or the times cannot be
     * @throws io.tallyport.core.kernel.PortException.Rejected when the cron expression cannot be read
     */
    public List<Schedules.Kept> put(RouteId id, Times times, String actor) {
        Route route =
                routes.find(id).orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""));
        LocalTime night = times.fullAt()
                .orElse(LocalTime.of(NIGHT_HOUR, Math.floorMod(id.value().hashCode(), MINUTES)));
        String nightly = night.getMinute() + " " + night.getHour() + " * * *";
        return unitOfWork.inOne(() -> {
            desk.put(schedule(route, false, times.cron(), times.every(), times.zone()), actor);
            desk.put(schedule(route, true, Optional.of(nightly), Optional.empty(), times.zone()), actor);
            String when = times.every()
                    .map(every -> "every " + every)
                    .orElseGet(() -> "cron " + times.cron().orElse(""));
            audit.record(new AuditEntry(
                    clock.instant(),
                    actor,
                    "route scheduled",
                    id.value(),
                    when + ", everything at " + night + " " + times.zone()
                            + "; standing consent to write what needs no person"));
            return of(id);
        });
    }

    /** Ends the consent. Whether there was one; a cycle that waits already still runs. */
    public boolean end(RouteId id, String actor) {
        return unitOfWork.inOne(() -> {
            boolean changed = desk.remove(name(id, false), actor);
            boolean full = desk.remove(name(id, true), actor);
            if (changed || full) {
                audit.record(new AuditEntry(clock.instant(), actor, "route schedule ended", id.value(), ""));
            }
            return changed || full;
        });
    }

    /**
     * Refuses that a route's cycles are scheduled in any other way than by {@link #put}: without the consent, and beside the
     * limit of one for each connection.
     *
     * @param other what is to be scheduled
     * @throws io.tallyport.core.kernel.PortException.Rejected when it is a cycle
     * @throws IllegalArgumentException when it is one and its payload cannot be read
     */
    public void refuseCycle(JobType<?> other, String payload) {
        if (other.name().equals(type.name())) {
            StockCycle cycle = type.codec().decode(type.version(), payload);
            throw JobErrors.rejected(
                    "add schedule",
                    JobErrors.ROUTE_CYCLE,
                    "use: tallyport route schedule " + cycle.route() + " --every 5m --confirm");
        }
    }

    /** A route's schedules; none when it has none. */
    public List<Schedules.Kept> of(RouteId id) {
        return desk.list().stream()
                .filter(kept -> kept.schedule().name().equals(name(id, false))
                        || kept.schedule().name().equals(name(id, true)))
                .sorted((one, other) ->
                        one.schedule().name().compareTo(other.schedule().name()))
                .toList();
    }

    private Schedule schedule(Route route, boolean full, Optional<String> cron, Optional<Duration> every, ZoneId zone) {
        String connection = route.target().connection().value();
        NewJob job = NewJob.of(type, new StockCycle(route.id().value(), full))
                .inGroup("connection:" + connection, 1)
                .withTags("route:" + route.id());
        return new Schedule(name(route.id(), full), cron, every, zone, Schedule.CatchUp.ONCE, job, false);
    }

    /** Sorts the one of what changed first. */
    private static String name(RouteId id, boolean full) {
        return "route:" + id + (full ? ":full" : "");
    }
}
