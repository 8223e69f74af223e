package io.tallyport.core.inventory.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.InMemoryRouteStore;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.job.JobCodec;
import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.Schedule;
import io.tallyport.core.job.ScheduleDesk;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The standing consent to a route's cycles. */
class RouteSchedulesTest {

    private static final RouteId MAIN = new RouteId("main");

    private static final JobCodec<StockCycle> CODEC = new JobCodec<>() {
        @Override
        public String encode(StockCycle cycle) {
            return cycle.route() + " " + cycle.full();
        }

        @Override
        public StockCycle decode(int version, String payload) {
            String[] words = payload.split(" ", -1);
            return new StockCycle(words[0], Boolean.parseBoolean(words[1]));
        }
    };

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final InMemoryJobs jobs = new InMemoryJobs(clock);
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryRouteStore routes = new InMemoryRouteStore();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final RouteSchedules consents = new RouteSchedules(
            routes,
            new ScheduleDesk(
                    jobs.schedules(),
                    (expression, zone, after) -> Optional.of(after.plus(Duration.ofDays(1))),
                    jobs.queue(),
                    audit,
                    unitOfWork),
            JobType.of(StockCycle.TYPE, 1, CODEC),
            audit,
            unitOfWork,
            clock);

    @BeforeEach
    void route() {
        routes.save(new Route(
                MAIN,
                new LocationRef(new ConnectionId("till"), new ExternalId("1")),
                new LocationRef(new ConnectionId("web"), new ExternalId("10")),
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                true));
    }

    private static RouteSchedules.Times times(Optional<LocalTime> fullAt) {
        return new RouteSchedules.Times(Optional.of(Duration.ofMinutes(5)), Optional.empty(), fullAt, ZoneOffset.UTC);
    }

    @Test
    void aRouteGetsACycleOfWhatChangedAndOneOfEverythingEachNight() {
        List<Schedules.Kept> kept = consents.put(MAIN, times(Optional.of(LocalTime.of(2, 30))), "owner");

        assertThat(kept).extracting(one -> one.schedule().name()).containsExactly("route:main", "route:main:full");
        Schedule changed = kept.get(0).schedule();
        Schedule full = kept.get(1).schedule();
        assertThat(changed.every()).contains(Duration.ofMinutes(5));
        assertThat(changed.job().payload()).isEqualTo("main false");
        assertThat(full.cron()).contains("30 2 * * *");
        assertThat(full.job().payload()).isEqualTo("main true");
        assertThat(List.of(changed.job().group(), full.job().group()))
                .containsOnly(Optional.of(new JobGroup("connection:web", 1)));
    }

    @Test
    void theConsentStandsInTheAuditTrailWithWhoGaveAndEndedIt() {
        consents.put(MAIN, times(Optional.empty()), "owner");
        assertThat(audit.recent(1)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("owner");
            assertThat(entry.action()).isEqualTo("route scheduled");
            assertThat(entry.details()).contains("every PT5M").contains("standing consent");
        });

        assertThat(consents.end(MAIN, "other")).isTrue();
        assertThat(audit.recent(1).get(0).action()).isEqualTo("route schedule ended");
        assertThat(consents.of(MAIN)).isEmpty();
        assertThat(consents.end(MAIN, "other")).isFalse();
    }

    @Test
    void timesAreChangedByPuttingThemAnewAndARouteMustExist() {
        consents.put(MAIN, times(Optional.empty()), "owner");
        RouteSchedules.Times byCron = new RouteSchedules.Times(
                Optional.empty(), Optional.of("*/10 * * * *"), Optional.empty(), ZoneOffset.UTC);
        assertThat(consents.put(MAIN, byCron, "owner").get(0).schedule().cron()).contains("*/10 * * * *");
        assertThat(consents.of(MAIN)).hasSize(2);
        assertThatThrownBy(() -> consents.put(new RouteId("gone"), byCron, "owner"))
                .hasMessageContaining("there is no route \"gone\"");
    }
}
