package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.kernel.RouteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path directory;

    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final Ages past = new Ages();

    /** So many things of each kind, each as old as it says. */
    private static final class Ages implements PastStore {

        private final Map<Past, List<Instant>> kept = new EnumMap<>(Past.class);
        private final List<PlanRecord> plans = new ArrayList<>();
        private int largest;

        void put(Past what, int days, int count) {
            for (int i = 0; i < count; i++) {
                kept.computeIfAbsent(what, kind -> new ArrayList<>()).add(NOW.minus(Duration.ofDays(days)));
            }
        }

        void plan(Path file, int days) {
            plans.add(new PlanRecord(
                    new PlanId("p" + plans.size()),
                    new RouteId("main"),
                    Environment.SANDBOX,
                    "hash",
                    PlanState.APPLIED,
                    NOW.minus(Duration.ofDays(days)),
                    NOW,
                    file.toString(),
                    1));
        }

        @Override
        public long count(Past what, Instant before) {
            return what == Past.PLANS
                    ? oldestPlans(before, Integer.MAX_VALUE).size()
                    : of(what).stream().filter(before::isAfter).count();
        }

        private List<Instant> of(Past what) {
            return kept.getOrDefault(what, List.of());
        }

        @Override
        public int remove(Past what, Instant before, int most) {
            List<?> gone = what == Past.PLANS
                    ? oldestPlans(before, most)
                    : of(what).stream().filter(before::isAfter).limit(most).toList();
            largest = Math.max(largest, gone.size());
            gone.forEach(what == Past.PLANS ? plans::remove : of(what)::remove);
            return gone.size();
        }

        @Override
        public List<PlanRecord> oldestPlans(Instant before, int most) {
            return plans.stream()
                    .filter(plan -> plan.created().isBefore(before))
                    .limit(most)
                    .toList();
        }
    }

    private PruneHistory.Result prune(Optional<Duration> olderThan, boolean dryRun) {
        return new PruneHistory(
                        past, audit, Retention.DEFAULT, directory.resolve("plans"), Clock.fixed(NOW, ZoneOffset.UTC))
                .prune(new PruneHistory.Request(olderThan, dryRun, "owner"));
    }

    @Test
    void eachKindHasItsWindow() {
        for (Past what : Past.values()) {
            past.put(what, 13, 1);
            past.put(what, 15, 1);
            past.put(what, 364, 1);
            past.put(what, 366, 1);
        }

        PruneHistory.Result result = prune(Optional.empty(), false);

        assertThat(result.counts()).containsEntry(Past.API_LOG, 3L).containsEntry(Past.RUNS, 1L);
        assertThat(past.of(Past.API_LOG)).hasSize(1);
        assertThat(past.of(Past.SYNC_LOG)).hasSize(3);
        assertThat(past.of(Past.INTENTS)).hasSize(3);
        assertThat(audit.recent(1).get(0).action()).isEqualTo("history pruned");
    }

    @Test
    void whatARollbackNeedsStaysThroughItsWindowWhateverIsAsked() {
        for (Past what : Past.values()) {
            past.put(what, 29, 1);
            past.put(what, 31, 1);
        }

        PruneHistory.Result result = prune(Optional.of(Duration.ofDays(1)), false);

        for (Past what : List.of(Past.INTENTS, Past.PRE_IMAGES, Past.RUNS)) {
            assertThat(result.counts()).as(what.name()).containsEntry(what, 1L);
        }
        for (Past what : List.of(Past.API_LOG, Past.SYNC_LOG, Past.CONFLICTS)) {
            assertThat(result.counts()).as(what.name()).containsEntry(what, 2L);
        }
        assertThat(past.of(Past.RUNS)).hasSize(1);
        assertThat(past.of(Past.SYNC_LOG)).isEmpty();
    }

    @Test
    void aDryRunOnlyCounts() throws IOException {
        past.put(Past.SYNC_LOG, 400, 5);
        Path file = planFile("old.json", 400);

        PruneHistory.Result result = prune(Optional.empty(), true);

        assertThat(result.counts()).containsEntry(Past.SYNC_LOG, 5L).containsEntry(Past.PLANS, 1L);
        assertThat(past.of(Past.SYNC_LOG)).hasSize(5);
        assertThat(file).exists();
        assertThat(audit.recent(1)).isEmpty();
    }

    @Test
    void manyGoInSmallBatches() {
        past.put(Past.SYNC_LOG, 400, 4321);
        past.put(Past.API_LOG, 400, 2000);

        prune(Optional.empty(), false);

        assertThat(past.of(Past.SYNC_LOG)).isEmpty();
        assertThat(past.of(Past.API_LOG)).isEmpty();
        assertThat(past.largest).isEqualTo(1000);
    }

    @Test
    void onlyOurOwnPlanFilesAreDeleted() throws IOException {
        Path ours = planFile("old.json", 400);
        Path young = planFile("young.json", 40);
        Path theirs = Files.writeString(directory.resolve("theirs.json"), "{}");
        past.plan(theirs, 400);
        past.plan(directory.resolve("plans").resolve("../theirs.json"), 400);
        past.plan(directory.resolve("plans").resolve("gone.json"), 400);

        PruneHistory.Result result = prune(Optional.empty(), false);

        assertThat(result.files()).isEqualTo(1);
        assertThat(ours).doesNotExist();
        assertThat(young).exists();
        assertThat(theirs).exists();
        assertThat(past.plans).hasSize(1);
    }

    private Path planFile(String name, int days) throws IOException {
        Path plans = Files.createDirectories(directory.resolve("plans"));
        Path file = Files.writeString(plans.resolve(name), "{}");
        past.plan(file, days);
        return file;
    }

    @Test
    void aTimeThatIsNegativeIsRefused() {
        assertThatThrownBy(() -> prune(Optional.of(Duration.ofDays(-1)), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(Duration.ofDays(1), Duration.ofDays(-1), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
