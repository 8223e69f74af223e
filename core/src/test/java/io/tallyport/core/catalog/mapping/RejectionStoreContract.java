package io.tallyport.core.catalog.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RejectionStore} keeps to. */
public interface RejectionStoreContract {

    RouteId ROUTE = new RouteId("till-to-shop");
    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    RejectionStore subject();

    UnitOfWork unitOfWork();

    private static Rejection rejection(String source, String target) {
        return new Rejection(
                new SkuMapping(ROUTE, new ExternalId(source), new ExternalId(target)), AT, "Zoë", "größe \"L\"\n");
    }

    @Test
    default void rejectionsComeByBothItemsWithAllThatWasSaid() {
        for (Rejection each : List.of(rejection("b", "1"), rejection("a", "2"), rejection("a", "1"))) {
            assertThat(subject().add(each)).isTrue();
        }

        assertThat(subject().of(ROUTE)).containsExactly(rejection("a", "1"), rejection("a", "2"), rejection("b", "1"));
    }

    @Test
    default void theSamePairAgainChangesNothing() {
        subject().add(rejection("a", "1"));
        Rejection again = new Rejection(rejection("a", "1").pair(), Instant.EPOCH, "other", "");

        assertThat(subject().add(again)).isFalse();
        assertThat(subject().of(ROUTE)).containsExactly(rejection("a", "1"));
    }

    @Test
    default void onlyExactlyThisPairIsForgotten() {
        subject().add(rejection("a", "1"));

        assertThat(subject().remove(rejection("a", "2").pair())).isFalse();
        assertThat(subject().remove(rejection("A", "1").pair())).isFalse();
        assertThat(subject().remove(rejection("a", "1").pair())).isTrue();
        assertThat(subject().remove(rejection("a", "1").pair())).isFalse();
        assertThat(subject().of(ROUTE)).isEmpty();
    }

    @Test
    default void routesDoNotDisturbEachOther() {
        subject().add(rejection("a", "1"));

        assertThat(subject().of(new RouteId("other"))).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        subject().add(rejection("a", "1"));

        Undone.in(unitOfWork(), () -> {
            subject().remove(rejection("a", "1").pair());
            subject().add(rejection("b", "2"));
        });

        assertThat(subject().of(ROUTE)).containsExactly(rejection("a", "1"));
    }

    @Test
    default void ofSeveralWhoRejectAtOnceExactlyOneIsFirst() {
        List<Boolean> answers = Racers.race(8, number -> subject().add(rejection("a", "1")));

        assertThat(answers).containsOnlyOnce(true);
    }
}
