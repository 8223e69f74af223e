package io.tallyport.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.doctor.Finding;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallExaminerTest {

    private final InMemoryApiLog log = new InMemoryApiLog();

    private void calls(String connection, int status, int count) {
        for (int i = 0; i < count; i++) {
            log.record(new ApiCall(
                    Instant.parse("2026-11-21T12:00:00Z"),
                    new ConnectionId(connection),
                    "read",
                    "GET",
                    "/products",
                    OptionalInt.of(status),
                    Duration.ofMillis(5),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    @Test
    void aPlatformThatOftenSlowsUsDownIsNamed() {
        calls("till", 200, 90);
        calls("till", 429, 10);
        calls("shop", 200, 98);
        calls("shop", 429, 2);
        calls("new", 429, 3);

        assertThat(new CallExaminer(log).examine()).singleElement().satisfies(finding -> {
            assertThat(finding.about()).isEqualTo("connection till");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.SOON);
            assertThat(finding.what()).contains("10 of the last 100 calls");
        });
    }
}
