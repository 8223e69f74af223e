package io.tallyport.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditTrail} keeps to. */
public interface AuditTrailContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    AuditTrail subject();

    UnitOfWork unitOfWork();

    private static AuditEntry entry(String subject) {
        return new AuditEntry(AT, "Zoë", "plan approved", subject, "geprüft, \"passt\" 🛒");
    }

    @Test
    default void theNewestComeFirst() {
        subject().record(entry("plan 1"));
        subject().record(entry("plan 2"));
        subject().record(entry("plan 3"));

        assertThat(subject().recent(2)).containsExactly(entry("plan 3"), entry("plan 2"));
        assertThat(subject().recent(10)).hasSize(3);
    }

    @Test
    default void theSameTwiceIsTwoEntries() {
        subject().record(entry("plan"));
        subject().record(entry("plan"));

        assertThat(subject().recent(10)).containsExactly(entry("plan"), entry("plan"));
    }

    @Test
    default void nothingIsThereAtFirst() {
        assertThat(subject().recent(10)).isEmpty();
    }

    @Test
    default void longDetailsAreKeptWhole() {
        AuditEntry entry = new AuditEntry(AT, "", "", "", "ä".repeat(50_000));

        subject().record(entry);

        assertThat(subject().recent(1)).containsExactly(entry);
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        subject().record(new AuditEntry(AT.plusNanos(999), "Zoë", "a", "b", "c"));

        assertThat(subject().recent(1)).containsExactly(new AuditEntry(AT, "Zoë", "a", "b", "c"));
    }

    @Test
    default void severalWhoRecordAtOnceLoseNothing() {
        Racers.race(8, number -> {
            for (int i = 0; i < 10; i++) {
                subject().record(entry(number + "/" + i));
            }
            return number;
        });

        assertThat(subject().recent(1000))
                .extracting(AuditEntry::subject)
                .doesNotHaveDuplicates()
                .hasSize(80);
    }

    @Test
    default void aFailedUnitOfWorkAddsNothing() {
        Undone.in(unitOfWork(), () -> subject().record(entry("plan")));

        assertThat(subject().recent(10)).isEmpty();
    }
}
