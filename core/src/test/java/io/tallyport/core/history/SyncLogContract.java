package io.tallyport.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SyncLog} keeps to. */
public interface SyncLogContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    RunId RUN = new RunId("run-1");

    SyncLog subject();

    UnitOfWork unitOfWork();

    private static SyncEntry entry(RunId run, String entity, String status) {
        return new SyncEntry(
                run,
                AT,
                entity,
                "set available",
                status,
                Optional.of("5"),
                Optional.of("4.5"),
                Optional.of("SH001"),
                "größer 🛒");
    }

    private List<SyncEntry> all(RunId run) {
        List<SyncEntry> entries = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<SyncEntry> page = subject().ofRun(run, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(500);
            assertThat(page.total().isPresent()).isEqualTo(page.next().isEmpty());
            entries.addAll(page.items());
            cursor = page.next();
            page.total().ifPresent(total -> assertThat(total).isEqualTo(entries.size()));
        } while (cursor.isPresent());
        return entries;
    }

    @Test
    default void theEntriesOfARunComeInTheOrderTheyWereAdded() {
        subject().append(List.of(entry(RUN, "B", "WRITTEN"), entry(RUN, "A", "REFUSED")));
        subject().append(List.of(entry(new RunId("run-2"), "A", "WRITTEN")));
        subject().append(List.of(entry(RUN, "C", "WRITTEN")));

        assertThat(all(RUN))
                .containsExactly(entry(RUN, "B", "WRITTEN"), entry(RUN, "A", "REFUSED"), entry(RUN, "C", "WRITTEN"));
    }

    @Test
    default void whatIsEmptyStaysEmpty() {
        SyncEntry bare = new SyncEntry(
                RUN, AT, "A", "set available", "WRITTEN", Optional.empty(), Optional.of(""), Optional.empty(), "");

        subject().append(List.of(bare));

        assertThat(all(RUN)).containsExactly(bare);
    }

    @Test
    default void pagesHoldAllEntriesOnceWhateverTheirNumber() {
        for (int count : List.of(499, 500, 501, 1000, 1234)) {
            RunId run = new RunId("run of " + count);
            List<SyncEntry> entries = IntStream.range(0, count)
                    .mapToObj(i -> entry(run, "SKU " + i, "WRITTEN"))
                    .toList();
            subject().append(entries);

            assertThat(all(run)).isEqualTo(entries);
        }
    }

    @Test
    default void aRunWithoutEntriesIsOneEmptyLastPage() {
        assertThat(subject().ofRun(RUN, Optional.empty())).isEqualTo(Page.last(List.of(), 0));
    }

    @Test
    default void appendingNothingIsNothing() {
        subject().append(List.of());

        assertThat(all(RUN)).isEmpty();
    }

    @Test
    default void aboutOneThingTheNewestComeFirst() {
        subject().append(List.of(entry(RUN, "A", "1"), entry(RUN, "B", "2"), entry(RUN, "A", "3")));
        subject().append(List.of(entry(new RunId("run-2"), "A", "4")));

        assertThat(subject().about("A", 2)).extracting(SyncEntry::status).containsExactly("4", "3");
        assertThat(subject().about("A", 10)).hasSize(3);
        assertThat(subject().about("nothing", 10)).isEmpty();
    }

    @Test
    default void thingsThatDifferInCaseSpaceOrAccentAreDifferent() {
        for (String entity : List.of("a", "A", "a ", "ä")) {
            subject().append(List.of(entry(RUN, entity, "WRITTEN")));
        }

        for (String entity : List.of("a", "A", "a ", "ä")) {
            assertThat(subject().about(entity, 10)).containsExactly(entry(RUN, entity, "WRITTEN"));
        }
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        SyncEntry fine = entry(RUN, "A", "WRITTEN");
        subject()
                .append(List.of(new SyncEntry(
                        RUN,
                        AT.plusNanos(999),
                        fine.entity(),
                        fine.operation(),
                        fine.status(),
                        fine.before(),
                        fine.after(),
                        fine.code(),
                        fine.message())));

        assertThat(all(RUN)).containsExactly(fine);
    }

    @Test
    default void aFailedUnitOfWorkAddsNothing() {
        subject().append(List.of(entry(RUN, "A", "WRITTEN")));

        Undone.in(unitOfWork(), () -> subject().append(List.of(entry(RUN, "B", "WRITTEN"))));

        assertThat(all(RUN)).containsExactly(entry(RUN, "A", "WRITTEN"));
    }
}
