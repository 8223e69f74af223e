package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link StockStore} keeps to. */
public interface StockStoreContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    RouteId ROUTE = new RouteId("till-to-shop");

    StockStore subject();

    UnitOfWork unitOfWork();

    private static Acknowledged level(String item, String quantity) {
        return new Acknowledged(new ExternalId(item), Quantity.parse(quantity), AT);
    }

    private static LocationRef location(String id) {
        return new LocationRef(new ConnectionId("till"), new ExternalId(id));
    }

    /** What is known of the items that these tests use. */
    private List<Acknowledged> all(RouteId route) {
        return subject().acknowledged(route, items("1", "2", "3", "a", "A", "a ", "\u00e4"));
    }

    private static List<ExternalId> itemsOf(List<Acknowledged> levels) {
        return levels.stream().map(Acknowledged::targetItem).toList();
    }

    private static List<ExternalId> items(String... ids) {
        return Stream.of(ids).map(ExternalId::new).toList();
    }

    @Test
    default void whatWasAcknowledgedComesBack() {
        subject().acknowledge(ROUTE, List.of(level("1", "5"), level("2", "-3"), level("3", "0")));

        assertThat(all(ROUTE)).containsExactlyInAnyOrder(level("1", "5"), level("2", "-3"), level("3", "0"));
    }

    @Test
    default void acknowledgingAgainReplacesOnlyTheseLevels() {
        subject().acknowledge(ROUTE, List.of(level("1", "5"), level("2", "6")));
        Acknowledged later =
                new Acknowledged(new ExternalId("2"), Quantity.of(7), Instant.parse("2026-11-01T08:30:00Z"));

        subject().acknowledge(ROUTE, List.of(later, level("3", "1")));

        assertThat(all(ROUTE)).containsExactlyInAnyOrder(level("1", "5"), later, level("3", "1"));
    }

    @Test
    default void theSameItemTwiceInOneCallKeepsTheLast() {
        subject().acknowledge(ROUTE, List.of(level("1", "5"), level("1", "6")));

        assertThat(all(ROUTE)).containsExactly(level("1", "6"));
    }

    @Test
    default void acknowledgingNothingIsNothing() {
        subject().acknowledge(ROUTE, List.of());

        assertThat(all(ROUTE)).isEmpty();
    }

    @Test
    default void routesDoNotDisturbEachOther() {
        RouteId other = new RouteId("till-to-shop-2");
        subject().acknowledge(ROUTE, List.of(level("1", "5")));
        subject().acknowledge(other, List.of(level("1", "9")));

        assertThat(all(ROUTE)).containsExactly(level("1", "5"));
        assertThat(all(other)).containsExactly(level("1", "9"));
        assertThat(all(new RouteId("nothing"))).isEmpty();
    }

    @Test
    default void itemsThatDifferInCaseSpaceOrAccentAreDifferent() {
        List<Acknowledged> levels = List.of(level("a", "1"), level("A", "2"), level("a ", "3"), level("ä", "4"));

        subject().acknowledge(ROUTE, levels);

        assertThat(all(ROUTE)).containsExactlyInAnyOrderElementsOf(levels);
    }

    @Test
    default void manyLevelsComeBackEachOnce() {
        List<Acknowledged> levels = IntStream.range(0, 5000)
                .mapToObj(i -> level("gid://shopify/InventoryItem/" + i, "" + i))
                .toList();

        subject().acknowledge(ROUTE, levels);

        assertThat(subject().acknowledged(ROUTE, itemsOf(levels))).containsExactlyInAnyOrderElementsOf(levels);
    }

    @Test
    default void allLevelsOfARouteAndNoOthersAreToldEachOnce() {
        List<Acknowledged> levels = IntStream.range(0, 11_000)
                .mapToObj(i -> level("gid://shopify/InventoryItem/" + i, "" + i))
                .toList();
        subject().acknowledge(ROUTE, levels);
        subject().acknowledge(new RouteId("another"), List.of(level("1", "5")));

        List<Acknowledged> told = new ArrayList<>();
        subject().acknowledged(ROUTE, told::add);

        assertThat(told).containsExactlyInAnyOrderElementsOf(levels);
        List<Acknowledged> none = new ArrayList<>();
        subject().acknowledged(new RouteId("a-third"), none::add);
        assertThat(none).isEmpty();
    }

    @Test
    default void onlyWhatWasAskedForComesBackAndEachOnce() {
        subject().acknowledge(ROUTE, List.of(level("1", "5"), level("2", "6")));

        assertThat(subject().acknowledged(ROUTE, items("2", "9", "2"))).containsExactly(level("2", "6"));
        assertThat(subject().acknowledged(ROUTE, List.of())).isEmpty();
    }

    @Test
    default void aFractionIsKept() {
        subject().acknowledge(ROUTE, List.of(level("1", "-2.1234")));

        assertThat(all(ROUTE)).containsExactly(level("1", "-2.1234"));
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        subject().acknowledge(ROUTE, List.of(new Acknowledged(new ExternalId("1"), Quantity.of(5), AT.plusNanos(999))));
        subject().remember(location("1"), new LastRead(1, new Watermark("w"), AT.plusNanos(999)));

        assertThat(all(ROUTE)).containsExactly(level("1", "5"));
        assertThat(subject().lastRead(location("1"))).contains(new LastRead(1, new Watermark("w"), AT));
    }

    @Test
    default void theLastReadOfALocationTakesThePlaceOfTheOneBefore() {
        LastRead first = new LastRead(30_000, new Watermark("2026-03-08T02:30:00+00:00"), AT);
        LastRead second = new LastRead(0, new Watermark("ä".repeat(1000)), AT.plusSeconds(60));

        subject().remember(location("1"), first);
        assertThat(subject().lastRead(location("1"))).contains(first);

        subject().remember(location("1"), second);
        assertThat(subject().lastRead(location("1"))).contains(second);
    }

    @Test
    default void locationsDoNotDisturbEachOther() {
        LastRead read = new LastRead(1, new Watermark("1"), AT);
        subject().remember(location("a"), read);

        assertThat(subject().lastRead(location("A"))).isEmpty();
        assertThat(subject().lastRead(location("a "))).isEmpty();
        assertThat(subject().lastRead(new LocationRef(new ConnectionId("shop"), new ExternalId("a"))))
                .isEmpty();
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        LastRead read = new LastRead(1, new Watermark("1"), AT);
        subject().acknowledge(ROUTE, List.of(level("1", "5")));
        subject().remember(location("1"), read);

        Undone.in(unitOfWork(), () -> {
            subject().acknowledge(ROUTE, List.of(level("1", "6"), level("2", "1")));
            subject().remember(location("1"), new LastRead(2, new Watermark("2"), AT));
        });

        assertThat(all(ROUTE)).containsExactly(level("1", "5"));
        assertThat(subject().lastRead(location("1"))).contains(read);
    }

    @Test
    default void severalWhoAcknowledgeTheSameLevelsAtOnceAllGetThrough() {
        List<Acknowledged> levels =
                IntStream.range(0, 50).mapToObj(i -> level("item " + i, "1")).toList();
        List<Acknowledged> reversed = new ArrayList<>(levels);
        Collections.reverse(reversed);

        Racers.race(4, number -> {
            subject().acknowledge(ROUTE, number % 2 == 0 ? levels : reversed);
            return number;
        });

        assertThat(subject().acknowledged(ROUTE, itemsOf(levels))).containsExactlyInAnyOrderElementsOf(levels);
    }
}
