package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.schedule.StockCycle;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.OnLostParent;
import io.tallyport.core.job.Priority;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with jobs, from dead letters to schedules. */
class QueueIT {

    private static final String CYCLE = "{\"route\":\"gone\",\"full\":false}";
    private static final String UNREADABLE = "{\"route\":\"gone\"}";

    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(directory)
                .with("TALLYPORT_QUEUE_MAX_RETRIES", "0")
                .stoppedBy(close -> new CountDownLatch(1).await());
    }

    private Terminal.Outcome run(String... args) {
        return terminal.run(args);
    }

    private Terminal.Outcome line(String line) {
        return run(line.split(" "));
    }

    /** Jobs as another program would enqueue them. */
    private List<JobId> enqueue(String payload, int count, Duration delay) {
        NewJob job = new NewJob(
                StockCycle.TYPE,
                1,
                payload,
                Priority.NORMAL,
                delay,
                Optional.empty(),
                Optional.empty(),
                Set.of("route:gone"),
                List.of(),
                OnLostParent.CANCEL,
                1);
        List<JobId> ids = new ArrayList<>();
        try (Tallyport tallyport = Tallyport.builder()
                .environment(Map.of())
                .dataDirectory(directory.resolve("data"))
                .start()) {
            for (int i = 0; i < count; i++) {
                ids.add(tallyport.queue().jobs().enqueue(job).id());
            }
        }
        return ids;
    }

    @Test
    void aDeadLetterIsReadEditedAndReplayed() {
        JobId id = enqueue(UNREADABLE, 1, Duration.ZERO).get(0);
        assertThat(line("queue work --once --json").json().path("notCompleted").asLong())
                .isEqualTo(1);

        Terminal.Outcome list = line("queue dead list --json");
        assertThat(list.exit()).isEqualTo(3);
        assertThat(list.json().get(0).path("reason").asText()).isEqualTo("payload");
        Terminal.Outcome shown = line("queue dead show " + id);
        assertThat(shown.out())
                .contains("the field \"full\" is missing")
                .contains(UNREADABLE)
                .contains("PROCESSING");

        String misspelt = "{\"route\":\"gone\",\"full\":false,\"rout\":1}";
        Terminal.Outcome wrong = run("queue", "dead", "edit", id.toString(), "--payload", misspelt);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("TP123").contains("there is no field \"rout\", only full, route");
        assertThat(run("queue", "dead", "edit", id.toString(), "--payload", CYCLE)
                        .exit())
                .isZero();
        assertThat(line("queue dead replay " + id).exit()).isZero();
        line("queue work --once");

        Terminal.Outcome done = line("queue show " + id + " --json");
        assertThat(done.json().at("/job/state").asText()).isEqualTo("COMPLETED");
        assertThat(done.json().at("/job/output").asText()).contains("left out: there is no route \"gone\"");
        assertThat(done.json().at("/history").findValuesAsText("state"))
                .contains("DEAD", "PENDING", "PROCESSING", "COMPLETED");
        assertThat(line("queue dead list").exit()).isZero();
        assertThat(line("queue dead show " + id).err()).contains("TP121").contains("COMPLETED");
    }

    @Test
    void tooManyDeadLettersAreAWarningUntilTheyAreDiscarded() {
        enqueue(UNREADABLE, 11, Duration.ZERO);
        assertThat(line("health-check --no-api").exit()).isEqualTo(1);
        assertThat(line("health-check --no-api").out()).contains("FAILED worker: none runs");

        line("queue work --once");
        Terminal.Outcome warned = line("health-check --json");
        assertThat(warned.exit()).isEqualTo(3);
        assertThat(warned.json().path("status").asText()).isEqualTo("warning");
        assertThat(line("health-check --most-dead 11").exit()).isZero();

        assertThat(line("queue dead discard").exit()).isEqualTo(2);
        assertThat(line("queue dead discard --tag route:gone --json")
                        .json()
                        .path("discarded")
                        .asLong())
                .isEqualTo(11);
        assertThat(line("health-check").exit()).isZero();
        assertThat(line("queue retry-all --json").json().path("dead").asLong()).isZero();
        assertThat(line("queue prune 0 --json").json().path("removed").asLong()).isGreaterThanOrEqualTo(11);
        assertThat(line("queue dead list --discarded --json").json()).isEmpty();
    }

    @Test
    void whatWaitsIsCancelledOneByOneOrAllAtOnceAndRetried() {
        List<JobId> ids = enqueue(CYCLE, 3, Duration.ofHours(1));
        assertThat(line("queue cancel " + ids.get(0)).out()).contains("is cancelled");
        assertThat(line("queue cancel " + ids.get(0)).err()).contains("TP121");
        assertThat(line("queue retry " + ids.get(1)).err()).contains("TP121").contains("PENDING");
        assertThat(line("queue retry 999999").err()).contains("TP120");
        assertThat(line("queue show x").exit()).isEqualTo(2);

        assertThat(line("queue clear").exit()).isEqualTo(2);
        assertThat(line("queue clear --confirm yes").exit()).isEqualTo(2);
        Terminal.Outcome doubtful = terminal.asPerson().typing("no\n", "queue", "clear");
        assertThat(doubtful.both()).contains("the 2 jobs that wait").contains("Nothing was taken back");
        assertThat(terminal.typing("clear\n", "queue", "clear").out()).contains("Taken back: 2");
        assertThat(line("queue list --status cancelled --type stock-cycle --json")
                        .json())
                .hasSize(3);

        assertThat(line("queue retry " + ids.get(2)).exit()).isZero();
        line("queue work --once");
        Terminal.Outcome stats = line("queue stats --json");
        assertThat(stats.json().at("/counts/completed").asLong()).isEqualTo(1);
        assertThat(stats.json().at("/counts/cancelled").asLong()).isEqualTo(2);
        assertThat(stats.json().at("/recent/tries").asLong()).isEqualTo(1);
        assertThat(line("queue stats").out()).contains("completed").contains("Active workers: 0");
        assertThat(line("worker list --json").json().get(0).path("alive").asBoolean(true))
                .isFalse();
        assertThat(line("queue reset-stuck --json").json().path("reset").asLong())
                .isZero();
    }

    @Test
    void statusSaysHowTheQueueStands() {
        assertThat(line("status").out()).contains("waiting: 0, processing: 0, workers: 0");
        assertThat(line("status").both()).doesNotContain("no worker runs");
        enqueue(UNREADABLE, 2, Duration.ZERO);
        assertThat(line("status").both())
                .contains("waiting: 2 (normal: 2), processing: 0, workers: 0")
                .contains("the oldest that could have started waits for")
                .contains("no worker runs: tallyport queue work");

        line("queue work --once");
        enqueue(CYCLE, 1, Duration.ofHours(1));

        Terminal.Outcome status = line("status --json");
        assertThat(status.exit()).isZero();
        assertThat(status.json().at("/queue/counts/pending").asLong()).isEqualTo(1);
        assertThat(status.json().at("/queue/pendingByPriority/normal").asLong()).isEqualTo(1);
        assertThat(status.json().at("/queue/deadUnacknowledged").asLong()).isEqualTo(2);
        assertThat(status.json().at("/queue/activeWorkers").asInt(-1)).isZero();
        assertThat(status.json().path("queue").hasNonNull("oldestDueSeconds")).isFalse();
        assertThat(line("status").both()).contains("2 dead and not discarded: tallyport queue dead list");
    }

    @Test
    void aScheduleIsAddedPausedRunAndRemoved() {
        assertThat(run("schedule", "add", "tidy", "--type", "tidy", "--payload", "{}", "--every", "5m")
                        .err())
                .contains("TP122", "history-prune", "queue-prune", "stock-cycle");
        assertThat(run("schedule", "add", "tidy", "--type", "history-prune", "--payload", "{}", "--cron", "soon")
                        .err())
                .contains("TP126");
        String[] add = {"schedule", "add", "tidy", "--type", "history-prune", "--payload", "{}", "--cron", "30 4 * * *"
        };
        assertThat(run(add).exit()).isZero();
        assertThat(run(add).err()).contains("TP125");

        assertThat(line("schedule pause tidy").exit()).isZero();
        assertThat(line("schedule list").out()).contains("paused");
        assertThat(line("schedule resume tidy --json").json().path("next").asText())
                .contains("T04:30:00Z");
        assertThat(line("schedule run tidy --json").json().path("added").asBoolean())
                .isTrue();
        assertThat(line("schedule run tidy --json").json().path("added").asBoolean(true))
                .isFalse();
        line("queue work --once --types history-prune");
        assertThat(line("queue list --json").json().get(0).path("output").asText())
                .startsWith("removed ");

        assertThat(line("schedule remove tidy").exit()).isEqualTo(2);
        assertThat(line("schedule remove tidy --confirm").exit()).isZero();
        assertThat(line("schedule pause tidy").err()).contains("TP124");
        Terminal.Outcome cycle =
                run("schedule", "add", "own", "--type", "stock-cycle", "--payload", CYCLE, "--every", "5m");
        assertThat(cycle.exit()).isEqualTo(1);
        assertThat(cycle.err()).contains("TP128").contains("tallyport route schedule gone --every 5m --confirm");
        assertThat(line("schedule list --json").json().findValuesAsText("name")).doesNotContain("own");
    }

    @Test
    void aWorkerThatUsesMoreMemoryThanItMayAsksToBeStartedAgain() {
        terminal.with("TALLYPORT_QUEUE_MEMORY_LIMIT_MB", "1").with("TALLYPORT_QUEUE_LEASE_SECONDS", "3");

        Terminal.Outcome ended = line("queue work");

        assertThat(ended.exit()).as(ended.both()).isEqualTo(75);
        assertThat(ended.out()).contains("ended (memory)");
    }

    @Test
    void misuseIsTold() {
        assertThat(line("queue work --threads 0").exit()).isEqualTo(2);
        assertThat(line("queue work --types stock-cycle,nonsense").err())
                .contains("TP122")
                .contains("nonsense");
        assertThat(line("queue list --status lost").exit()).isEqualTo(2);
        assertThat(line("queue prune -- -1").exit()).isEqualTo(2);
        assertThat(line("route schedule main --every 5m").exit()).isEqualTo(2);
        assertThat(line("route schedule main --every 5m --off --confirm").exit())
                .isEqualTo(2);
        assertThat(line("route schedule main --every 5m --confirm").err()).contains("there is no route");
        assertThat(line("route schedule main --off").err()).contains("TP124");
    }
}
