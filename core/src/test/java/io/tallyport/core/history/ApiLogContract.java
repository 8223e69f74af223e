package io.tallyport.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ApiLog} keeps to. */
public interface ApiLogContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    ApiLog subject();

    private static ApiCall call(String path) {
        return new ApiCall(
                AT,
                new ConnectionId("shop"),
                "inventorySetQuantities",
                "POST",
                path,
                OptionalInt.of(200),
                Duration.ofMillis(1234),
                Optional.of("req-1"),
                Optional.empty());
    }

    @Test
    default void theNewestComeFirst() {
        subject().record(call("/1"));
        subject().record(call("/2"));
        subject().record(call("/3"));

        assertThat(subject().recent(2)).containsExactly(call("/3"), call("/2"));
        assertThat(subject().recent(10)).hasSize(3);
    }

    @Test
    default void aCallWithoutAnswerIsKept() {
        ApiCall lost = new ApiCall(
                AT,
                new ConnectionId("till"),
                "items",
                "GET",
                "/Item.json?größe=1",
                OptionalInt.empty(),
                Duration.ZERO,
                Optional.empty(),
                Optional.of("connection reset"));

        subject().record(lost);

        assertThat(subject().recent(1)).containsExactly(lost);
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        ApiCall fine = call("/1");
        subject()
                .record(new ApiCall(
                        AT.plusNanos(999),
                        fine.connection(),
                        fine.operation(),
                        fine.method(),
                        fine.path(),
                        fine.status(),
                        fine.took().plusNanos(999),
                        fine.requestId(),
                        fine.error()));

        assertThat(subject().recent(1)).containsExactly(fine);
    }

    @Test
    default void aCallWithOverlongPartsFailsNobody() {
        subject()
                .record(new ApiCall(
                        AT,
                        new ConnectionId("shop"),
                        "o".repeat(5000),
                        "M".repeat(500),
                        "/".repeat(100_000),
                        OptionalInt.of(200),
                        Duration.ZERO,
                        Optional.of("r".repeat(5000)),
                        Optional.of("e".repeat(100_000))));

        assertThat(subject().recent(10)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    default void nothingIsThereAtFirst() {
        assertThat(subject().recent(10)).isEmpty();
    }
}
