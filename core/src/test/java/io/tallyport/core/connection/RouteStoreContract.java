package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RouteStore} keeps to. */
public interface RouteStoreContract {

    RouteStore subject();

    UnitOfWork unitOfWork();

    private static Route route(String id) {
        return new Route(
                new RouteId(id),
                new LocationRef(new ConnectionId("till"), new ExternalId("1")),
                new LocationRef(new ConnectionId("shop"), new ExternalId("gid://shopify/Location/42")),
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                true);
    }

    @Test
    default void whatWasSavedIsFoundAgain() {
        subject().save(route("till-to-shop"));

        assertThat(subject().find(new RouteId("till-to-shop"))).contains(route("till-to-shop"));
    }

    @Test
    default void everyPartOfAPolicyIsKept() {
        RoutePolicy policy = new RoutePolicy(
                MergePolicy.SOURCE_WINS,
                WebOrders.AT_POS_WHEN_FULFILLED,
                0,
                new BlastRadius(100, 0, 7, 0),
                Duration.ofHours(11).plusNanos(1),
                new SkuScope(List.of("b", "a", "A", "a ", "ä")),
                Duration.ofDays(31).minusNanos(1));
        Route route = route("all-parts").withPolicy(policy).withEnabled(false);

        subject().save(route);

        assertThat(subject().find(route.id())).contains(route);
    }

    @Test
    default void savingAgainReplacesItWhole() {
        RoutePolicy policy = new RoutePolicy(
                MergePolicy.SOURCE_WINS,
                WebOrders.AT_POS_AT_ONCE,
                3,
                BlastRadius.DEFAULT,
                Duration.ofMinutes(5),
                new SkuScope(List.of("a", "b")));
        subject().save(route("r").withPolicy(policy));

        subject().save(route("r"));

        assertThat(subject().all()).containsExactly(route("r"));
    }

    @Test
    default void allComeById() {
        subject().save(route("b"));
        subject().save(route("a-2"));
        subject().save(route("a"));

        assertThat(subject().all()).containsExactly(route("a"), route("a-2"), route("b"));
    }

    @Test
    default void anUnknownOneIsNotFoundAndNotRemoved() {
        assertThat(subject().find(new RouteId("nothing"))).isEmpty();
        assertThat(subject().remove(new RouteId("nothing"))).isFalse();
        assertThat(subject().all()).isEmpty();
    }

    @Test
    default void aRemovedOneIsGone() {
        subject().save(route("r"));

        assertThat(subject().remove(new RouteId("r"))).isTrue();
        assertThat(subject().all()).isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesItAsItWas() {
        subject().save(route("r"));

        Undone.in(unitOfWork(), () -> {
            subject().save(route("r").withEnabled(false));
            subject().save(route("new"));
        });

        assertThat(subject().all()).containsExactly(route("r"));
    }
}
