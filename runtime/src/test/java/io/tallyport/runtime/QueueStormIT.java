package io.tallyport.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.job.Enqueued;
import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.JobWorker;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.job.RetrySchedule;
import io.tallyport.core.job.Transition;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers go on while their database is stopped, killed, started again, and their connections are cut. */
class QueueStormIT {

    private static final int ROUNDS = Boolean.getBoolean("tallyport.thorough") ? 40 : 8;
    private static final int A_ROUND = 30;
    private static final int RETRIES = 1_000;

    record Parcel(String name) {}

    private static final JobType<Parcel> PARCELS = JobType.of("parcel", 1, JsonJobCodec.of(Parcel.class, 1))
            .withRetries(new RetrySchedule(RETRIES, List.of(Duration.ofMillis(50))));

    /** A try that held its job at its beginning and at its end. */
    private record Held(JobId id, long fence, long from, long until) {}

    @TempDir
    Path directory;

    private final Queue<Held> tries = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(42);
    private final Set<JobId> added = new HashSet<>();
    private final List<Thread> working = new ArrayList<>();
    private int unanswered;

    @Test
    void nothingIsLostOrHeldByTwoWhateverHappensToTheServer() throws Exception {
        try (OwnMariaServer server = OwnMariaServer.start(directory.resolve("server"));
                Tallyport one = open(server, "one");
                Tallyport other = open(server, "other")) {
            List<JobWorker> workers = List.of(hire(one), hire(other));
            for (int i = 0; i < ROUNDS; i++) {
                enqueue(one, i);
                disturb(server, i);
            }
            awaitEnd(one);
            workers.forEach(JobWorker::stop);
            for (Thread thread : working) {
                thread.join();
            }

            List<Job> all = all(one);
            assertThat(all).extracting(Job::id).containsAll(added);
            assertThat(added.size() + unanswered).isEqualTo(ROUNDS * A_ROUND);
            assertThat(all).allSatisfy(job -> assertThat(job.state()).isEqualTo(JobState.COMPLETED));
            assertThat(all)
                    .allSatisfy(job -> assertLife(job, one.queue().history().transitions(job.id())));
            assertHeldByOneAtATime(all);
        }
    }

    private Tallyport open(OwnMariaServer server, String name) {
        return Tallyport.builder()
                .dataDirectory(directory.resolve(name))
                .environment(Map.of(
                        "TALLYPORT_DB_URL", server.url(),
                        "TALLYPORT_DB_USER", "root",
                        "TALLYPORT_QUEUE_LEASE_SECONDS", "3",
                        "TALLYPORT_QUEUE_WORKER_SLEEP", "0.05"))
                .job(PARCELS, carrying())
                .start();
    }

    private JobHandler<Parcel> carrying() {
        return (parcel, context) -> {
            long from = System.nanoTime();
            context.assertHeld();
            for (int i = 0; i < 1_000; i++) {
                Thread.onSpinWait();
            }
            long until = System.nanoTime();
            context.assertHeld();
            tries.add(new Held(context.job().id(), context.job().fence(), from, until));
            return Outcome.done(parcel.name());
        };
    }

    private JobWorker hire(Tallyport tallyport) {
        JobWorker worker =
                tallyport.queue().staff().hire(QueueStaff.Contract.of("test")).worker();
        Thread thread = new Thread(worker::run, "worker-" + working.size());
        thread.start();
        working.add(thread);
        return worker;
    }

    private void enqueue(Tallyport tallyport, int round) {
        for (int i = 0; i < A_ROUND; i++) {
            NewJob job = NewJob.of(PARCELS, new Parcel("parcel-" + round + "-" + i));
            try {
                Enqueued answer = tallyport.queue().jobs().enqueue(i % 3 == 0 ? job.inGroup("shop-" + i % 2, 1) : job);
                added.add(answer.id());
            } catch (PortException.Transient | PortException.UnknownOutcome away) {
                // It was not added, or is there without a name: then it has to be done as well.
                unanswered++;
            }
        }
    }

    private void disturb(OwnMariaServer server, int round) throws Exception {
        if (round % 8 == 3) {
            server.stop();
            server.startAgain();
        } else if (round % 8 == 6) {
            server.kill();
            server.startAgain();
        } else {
            for (int i = random.nextInt(4); i >= 0; i--) {
                server.cutConnections();
            }
        }
    }

    /** There is no limit but that a worker is still at it. */
    private void awaitEnd(Tallyport tallyport) {
        boolean done = false;
        while (!done) {
            assertThat(working).allMatch(Thread::isAlive);
            try {
                done = tallyport.queue().history().statistics().counts().keySet().stream()
                        .allMatch(JobState::isFinal);
            } catch (PortException.Transient away) {
                done = false;
            }
        }
    }

    private static List<Job> all(Tallyport tallyport) {
        List<Job> jobs = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Job> page = tallyport.queue().history().list(JobFilter.ALL, next, 500);
            jobs.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return jobs;
    }

    private static void assertLife(Job job, List<Transition> steps) {
        assertThat(steps.get(0).to()).as("job %s", job.id()).isEqualTo(JobState.PENDING);
        assertThat(steps.get(steps.size() - 1).to()).as("job %s", job.id()).isEqualTo(JobState.COMPLETED);
        assertThat(steps.stream().filter(step -> step.to() == JobState.COMPLETED))
                .as("job %s is done once", job.id())
                .hasSize(1);
    }

    private void assertHeldByOneAtATime(List<Job> all) {
        Set<List<Object>> claims = new HashSet<>();
        Set<JobId> carried = new HashSet<>();
        for (Held one : tries) {
            assertThat(claims.add(List.of(one.id(), one.fence())))
                    .as("a claim is worked on once: %s", one)
                    .isTrue();
            carried.add(one.id());
            for (Held other : tries) {
                boolean apart = other.until() <= one.from() || one.until() <= other.from();
                assertThat(one.equals(other) || !one.id().equals(other.id()) || apart)
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
        assertThat(all.stream().filter(job -> job.type().equals(PARCELS.name())).map(Job::id))
                .as("what is completed has been carried")
                .allMatch(carried::contains);
    }
}
