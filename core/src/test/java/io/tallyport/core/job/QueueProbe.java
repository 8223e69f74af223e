package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Lets several workers run jobs while they die, sleep longer than their leases, settle what is no longer theirs and lose
 * answers, all by one seed; in the end no job is lost, none was settled by two, and each one's history tells its life.
 */
public final class QueueProbe {

    private static final int STEPS = 160;
    private static final int ROUNDS = 300;

    private final QueueUnderTest jobs;
    private final Random random;
    private final ProbeLedger ledger;
    private final List<ProbeWorker> workers = new ArrayList<>();
    private final JobQueue line;
    private int made;

    private QueueProbe(QueueUnderTest jobs, long seed) {
        this.jobs = jobs;
        this.random = new Random(seed);
        this.ledger = new ProbeLedger(seed);
        this.line = new LossyQueue(jobs.queue(), random);
    }

    /** Fails when something is lost or done twice under this seed. The storage may hold ended jobs of other probes. */
    public static void run(QueueUnderTest empty, long seed) {
        QueueProbe probe = new QueueProbe(empty, seed);
        for (int i = 0; i < 3; i++) {
            QueueUnderTest own = i % 2 == 0 ? empty : empty.another();
            probe.workers.add(new ProbeWorker("worker-" + i, own, probe.random, probe.ledger));
        }
        for (int i = 0; i < STEPS; i++) {
            probe.step();
        }
        probe.finish();
    }

    private void step() {
        ProbeWorker worker = workers.get(random.nextInt(workers.size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> enqueue();
            case 4, 5, 6, 7, 8 -> worker.claim(1 + random.nextInt(4));
            case 9, 10, 11 -> worker.settleSome();
            case 12 -> worker.die();
            case 13 -> sleep();
            case 14 -> interfere();
            case 15, 16 -> workers.forEach(ProbeWorker::beat);
            case 17 -> ledger.checkRunning(list(JobFilter.in(JobState.PROCESSING)));
            default -> tend();
        }
        jobs.clock().advance(Duration.ofMillis(random.nextInt(6_000)));
    }

    private void tend() {
        jobs.upkeep().promote(1 + random.nextInt(20));
        jobs.upkeep().reap(1 + random.nextInt(20));
        jobs.upkeep().release(1 + random.nextInt(20));
    }

    /** Longer than a lease; some workers' heartbeats stop meanwhile. */
    private void sleep() {
        List<ProbeWorker> awake =
                workers.stream().filter(worker -> random.nextBoolean()).toList();
        for (int i = 0; i < 4; i++) {
            jobs.clock().advance(Duration.ofSeconds(20));
            awake.forEach(ProbeWorker::beat);
        }
    }

    private void enqueue() {
        List<NewJob> some = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            some.add(make());
        }
        try {
            for (Enqueued answer : line.enqueue(some)) {
                ledger.added(answer.id());
            }
        } catch (PortException.Transient before) {
            some.forEach(job -> ledger.refused(job.payload()));
        } catch (PortException.UnknownOutcome after) {
            // They are there, but nobody here knows their names.
            return;
        }
    }

    private NewJob make() {
        NewJob job = QueueScenes.work("job-" + made++)
                .withPriority(List.of(Priority.values()).get(random.nextInt(4)))
                .withMaxAttempts(1 + random.nextInt(4));
        if (random.nextInt(3) == 0) {
            job = job.inGroup("group-" + random.nextInt(2), 2);
        }
        if (random.nextInt(4) == 0) {
            job = job.after(Duration.ofSeconds(random.nextInt(100)));
        }
        List<JobId> known = List.copyOf(ledger.added());
        if (random.nextInt(4) == 0 && !known.isEmpty()) {
            List<JobId> parents =
                    List.of(known.get(random.nextInt(known.size())), known.get(random.nextInt(known.size())));
            return job.waitingFor(parents, random.nextBoolean() ? OnLostParent.CANCEL : OnLostParent.RUN);
        }
        if (random.nextInt(3) == 0) {
            Identity.OnWaiting choice = random.nextBoolean() ? Identity.OnWaiting.IGNORE : Identity.OnWaiting.REPLACE;
            return job.withIdentity("key-" + random.nextInt(3), choice);
        }
        return job;
    }

    private void interfere() {
        List<JobId> known = List.copyOf(ledger.added());
        if (known.isEmpty()) {
            return;
        }
        List<JobId> some = List.of(known.get(random.nextInt(known.size())), known.get(random.nextInt(known.size())));
        if (random.nextBoolean()) {
            jobs.desk().cancel(some, "Zoë");
        } else {
            jobs.desk().replay(some, "Zoë");
        }
    }

    /** One good worker does what is left. */
    private void finish() {
        workers.forEach(ProbeWorker::die);
        WorkerId last = jobs.workers().join(QueueScenes.info("last"), Duration.ofDays(365));
        for (int i = 0; i < ROUNDS && isAnythingLeft(); i++) {
            jobs.clock().advance(Duration.ofSeconds(30));
            jobs.upkeep().promote(1_000);
            jobs.upkeep().reap(1_000);
            jobs.upkeep().release(1_000);
            List<ClaimedJob> claimed = jobs.queue().claim(last, QueueScenes.TYPES, 100);
            claimed.forEach(ledger::claimed);
            List<Settlement> done = claimed.stream()
                    .map(job -> Settlement.completed(job, Optional.empty()))
                    .toList();
            assertThat(jobs.queue().settle(done)).isEmpty();
            done.forEach(ledger::settled);
        }
        workers.forEach(ProbeWorker::settleSome);
        jobs.workers().leave(last);
        ledger.checkEnd(list(JobFilter.ALL), jobs.history());
    }

    private boolean isAnythingLeft() {
        QueueStatistics statistics = jobs.history().statistics();
        return statistics.counts().entrySet().stream()
                .anyMatch(entry -> !entry.getKey().isFinal() && entry.getValue() > 0);
    }

    private List<Job> list(JobFilter filter) {
        List<Job> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Job> page = jobs.history().list(filter, next, 200);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return all;
    }
}
