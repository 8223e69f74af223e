package io.tallyport.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ItemCategories} keeps to. */
public interface ItemCategoriesContract {

    ConnectionId TILL = new ConnectionId("till");

    ItemCategories subject();

    UnitOfWork unitOfWork();

    private static ExternalId item(String id) {
        return new ExternalId(id);
    }

    private static CategoryRead read(long number) {
        return new CategoryRead(
                number, 7, "basis", Instant.parse("2026-11-21T10:00:00Z").plusSeconds(number));
    }

    @Test
    default void aKnownItemWithoutACategoryIsNotAnUnknownOne() {
        subject().put(TILL, 1, Map.of(item("a"), Optional.of("Shoes/Men"), item("b"), Optional.empty()));

        assertThat(subject().of(TILL, List.of(item("a"), item("b"), item("c"), item("A"))))
                .isEqualTo(Map.of(item("a"), Optional.of("Shoes/Men"), item("b"), Optional.empty()));
        assertThat(subject().of(new ConnectionId("web"), List.of(item("a")))).isEmpty();
    }

    @Test
    default void onlyWhatIsNewsCountsAsChanged() {
        Map<ExternalId, Optional<String>> first = Map.of(item("a"), Optional.of("Shoes"), item("b"), Optional.empty());

        assertThat(subject().put(TILL, 1, first)).isEqualTo(2);
        assertThat(subject().put(TILL, 2, first)).isZero();
        assertThat(subject().put(TILL, 3, Map.of(item("b"), Optional.of("Hats"))))
                .isEqualTo(1);
        assertThat(subject().of(TILL, List.of(item("b")))).containsEntry(item("b"), Optional.of("Hats"));
    }

    @Test
    default void whatAWholeReadDidNotSeeIsForgotten() {
        subject().put(TILL, 1, Map.of(item("a"), Optional.of("Shoes"), item("b"), Optional.of("Hats")));
        subject().put(new ConnectionId("web"), 1, Map.of(item("a"), Optional.of("Shoes")));
        subject().finish(TILL, read(1));
        subject().put(TILL, 2, Map.of(item("a"), Optional.of("Shoes")));
        subject().finish(TILL, read(2));

        assertThat(subject().of(TILL, List.of(item("a"), item("b")))).containsOnlyKeys(item("a"));
        assertThat(subject().of(new ConnectionId("web"), List.of(item("a")))).isNotEmpty();
        assertThat(subject().lastRead(TILL)).contains(read(2));
        assertThat(subject().lastRead(new ConnectionId("web"))).isEmpty();
    }

    @Test
    default void manyItemsAreFoundAtOnce() {
        Map<ExternalId, Optional<String>> many = new HashMap<>();
        IntStream.range(0, 1700).forEach(i -> many.put(item("i" + i), Optional.of("c" + i % 7)));

        assertThat(subject().put(TILL, 1, many)).isEqualTo(1700);
        assertThat(subject().of(TILL, many.keySet())).isEqualTo(many);
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        subject().put(TILL, 1, Map.of(item("a"), Optional.of("Shoes")));

        Undone.in(unitOfWork(), () -> {
            subject().put(TILL, 2, Map.of(item("a"), Optional.of("Hats")));
            subject().finish(TILL, read(2));
        });

        assertThat(subject().of(TILL, List.of(item("a")))).containsEntry(item("a"), Optional.of("Shoes"));
        assertThat(subject().lastRead(TILL)).isEmpty();
    }
}
