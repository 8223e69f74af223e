package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Halts} keeps to. */
public interface HaltsContract {

    KillSwitch.Stop FIRST = new KillSwitch.Stop(Instant.parse("2026-03-08T02:30:00.123456Z"), "Zoë", "zählt falsch");

    KillSwitch.Stop SECOND = new KillSwitch.Stop(Instant.parse("2026-11-01T08:30:00Z"), "Ann", "me too");

    Halted ROUTE = Halted.of(new RouteId("main"));

    Halted CONNECTION = Halted.of(new ConnectionId("main"));

    Halts subject();

    UnitOfWork unitOfWork();

    @Test
    default void nothingIsHaltedAtFirst() {
        assertThat(subject().find(ROUTE)).isEmpty();
        assertThat(subject().lift(ROUTE)).isFalse();
        assertThat(subject().all()).isEmpty();
    }

    @Test
    default void aRouteAndAConnectionOfOneNameAreTwo() {
        subject().halt(ROUTE, FIRST);

        assertThat(subject().find(ROUTE)).contains(FIRST);
        assertThat(subject().find(CONNECTION)).isEmpty();
    }

    @Test
    default void theFirstReasonStays() {
        subject().halt(ROUTE, FIRST);
        subject().halt(ROUTE, SECOND);

        assertThat(subject().find(ROUTE)).contains(FIRST);
    }

    @Test
    default void whatWasLiftedCanBeHaltedAgain() {
        subject().halt(ROUTE, FIRST);
        subject().halt(CONNECTION, FIRST);

        assertThat(subject().lift(ROUTE)).isTrue();
        assertThat(subject().lift(ROUTE)).isFalse();
        subject().halt(ROUTE, SECOND);

        assertThat(subject().find(ROUTE)).contains(SECOND);
        assertThat(subject().find(CONNECTION)).contains(FIRST);
    }

    @Test
    default void allComeByKindAndName() {
        Halted other = Halted.of(new RouteId("another"));
        subject().halt(ROUTE, FIRST);
        subject().halt(CONNECTION, SECOND);
        subject().halt(other, SECOND);

        assertThat(List.copyOf(subject().all().keySet())).containsExactly(CONNECTION, other, ROUTE);
        assertThat(subject().all()).containsEntry(ROUTE, FIRST).containsEntry(CONNECTION, SECOND);
    }

    @Test
    default void aFailedUnitOfWorkHaltsNothing() {
        Undone.in(unitOfWork(), () -> subject().halt(ROUTE, FIRST));

        assertThat(subject().find(ROUTE)).isEmpty();
    }

    @Test
    default void ofSeveralWhoHaltAtOnceOneReasonStaysAndEverybodySeesIt() {
        List<String> seen = Racers.race(8, number -> {
            subject().halt(ROUTE, new KillSwitch.Stop(FIRST.at(), "actor " + number, "race"));
            return subject().find(ROUTE).orElseThrow().actor();
        });

        assertThat(seen).containsOnly(subject().find(ROUTE).orElseThrow().actor());
    }
}
