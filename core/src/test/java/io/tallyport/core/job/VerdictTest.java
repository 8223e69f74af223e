package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VerdictTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final FailureContext CONTEXT = FailureContext.of("set stock");
    private static final ClaimedJob SECOND_TRY = new ClaimedJob(
            new JobId(7), 3, "work", 1, "{}", 2, 4, Priority.NORMAL, Optional.empty(), Optional.empty(), Instant.EPOCH);
    private static final RetrySchedule RETRIES =
            new RetrySchedule(3, List.of(MINUTE, Duration.ofMinutes(5), Duration.ofMinutes(15)));

    private record Row(Outcome outcome, Settlement expected) {}

    private static List<Row> table() {
        ClaimedJob job = SECOND_TRY;
        Duration five = Duration.ofMinutes(5);
        Duration quarter = Duration.ofMinutes(15);
        return List.of(
                new Row(Outcome.done(), Settlement.completed(job, Optional.empty())),
                new Row(Outcome.done("12 rows"), Settlement.completed(job, Optional.of("12 rows"))),
                new Row(Outcome.retry("away"), Settlement.retry(job, five, "transient", "away")),
                new Row(Outcome.retryAfter(HOUR, "busy"), Settlement.retry(job, HOUR, "transient", "busy")),
                new Row(
                        Outcome.retryAfter(Duration.ZERO, "now"),
                        Settlement.retry(job, Duration.ZERO, "transient", "now")),
                new Row(
                        Outcome.retryAfter(Duration.ofSeconds(-1), "clock"),
                        Settlement.retry(job, five, "transient", "clock")),
                new Row(Outcome.giveUp("no such item"), Settlement.dead(job, "rejected", "no such item")),
                new Row(Outcome.refused(HOUR, "closed"), Settlement.parked(job, HOUR, "refused", "closed")),
                new Row(Outcome.cancelled("at 3 of 9"), Settlement.cancelled(job, "at 3 of 9")),
                new Row(
                        Outcome.of(new PortException.Transient(CONTEXT, "away", null)),
                        Settlement.retry(job, five, "transient", "away (set stock)")),
                new Row(
                        Outcome.of(new PortException.Transient(CONTEXT, "slow down", null, Optional.of(HOUR))),
                        Settlement.retry(job, HOUR, "transient", "slow down (set stock)")),
                new Row(
                        Outcome.of(new PortException.UnknownOutcome(CONTEXT, "cut", null)),
                        Settlement.retry(job, five, "transient", "cut (set stock)")),
                new Row(
                        Outcome.of(new PortException.Conflict(CONTEXT, "moved")),
                        Settlement.retry(job, five, "conflict", "moved (set stock)")),
                new Row(
                        Outcome.of(new PortException.Authentication(CONTEXT, "revoked")),
                        Settlement.parked(job, quarter, "authentication", "revoked (set stock)")),
                new Row(
                        Outcome.of(new PortException.Rejected(CONTEXT, "no")),
                        Settlement.dead(job, "rejected", "no (set stock)")),
                new Row(
                        Outcome.of(new PortException.Protocol(CONTEXT, "HTML", null)),
                        Settlement.dead(job, "rejected", "HTML (set stock)")));
    }

    @TestFactory
    Stream<DynamicTest> anOutcomeEndsTheClaim() {
        return table().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.outcome().kind() + " " + row.outcome().message(),
                        () -> assertThat(new Verdict(RETRIES, 0).of(SECOND_TRY, row.outcome()))
                                .isEqualTo(row.expected())));
    }

    @Test
    void everyKindOfOutcomeIsInTheTable() {
        assertThat(table().stream().map(row -> row.outcome().kind())).contains(Outcome.Kind.values());
    }

    @Test
    void anUnforeseenFailureIsTriedAgainAndNamed() {
        Settlement settlement = new Verdict(RETRIES, 0).failed(SECOND_TRY, new IllegalStateException("boom"));

        assertThat(settlement)
                .isEqualTo(Settlement.retry(
                        SECOND_TRY, Duration.ofMinutes(5), "error", "java.lang.IllegalStateException: boom"));
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsClass() {
        assertThat(new Verdict(RETRIES, 0)
                        .failed(SECOND_TRY, new StackOverflowError())
                        .message())
                .isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void whatTakesTooLongIsTriedAgainAndToldSo() {
        Settlement settlement = new Verdict(RETRIES, 0).tooLong(SECOND_TRY, MINUTE);

        assertThat(settlement.ending()).isEqualTo(Settlement.Ending.RETRY);
        assertThat(settlement.code()).isEqualTo("time-limit");
        assertThat(settlement.after()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settlement.message()).contains("PT1M");
    }

    @Test
    void anUnreadablePayloadIsDead() {
        Settlement settlement = Verdict.unreadable(SECOND_TRY, new IllegalArgumentException("line 1"));

        assertThat(settlement.ending()).isEqualTo(Settlement.Ending.DEAD);
        assertThat(settlement.code()).isEqualTo("payload");
        assertThat(settlement.message()).contains("version 1").contains("line 1");
    }
}
