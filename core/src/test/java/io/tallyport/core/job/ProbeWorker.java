package io.tallyport.core.job;

import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A worker process of a probe, without threads. A claim whose answer was lost may have given it jobs that it does not know
 * of, and its heartbeat would keep them for ever: so it claims under a new name then, and the old one leaves when what it
 * knows of is settled.
 */
final class ProbeWorker {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final String name;
    private final QueueUnderTest jobs;
    private final JobQueue line;
    private final Random random;
    private final ProbeLedger ledger;
    private final Map<WorkerId, List<ClaimedJob>> lives = new LinkedHashMap<>();
    private final List<ClaimedJob> stale = new ArrayList<>();
    private Optional<WorkerId> current = Optional.empty();

    ProbeWorker(String name, QueueUnderTest jobs, Random random, ProbeLedger ledger) {
        this.name = name;
        this.jobs = jobs;
        this.line = new LossyQueue(jobs.queue(), random);
        this.random = random;
        this.ledger = ledger;
    }

    void claim(int limit) {
        WorkerId worker = current.orElseGet(this::join);
        try {
            List<ClaimedJob> claimed = line.claim(worker, QueueScenes.TYPES, limit);
            claimed.forEach(ledger::claimed);
            held(worker).addAll(claimed);
        } catch (PortException unclear) {
            current = Optional.empty();
        }
    }

    private List<ClaimedJob> held(WorkerId worker) {
        return lives.getOrDefault(worker, stale);
    }

    private WorkerId join() {
        WorkerId worker = jobs.workers().join(QueueScenes.info(name), LEASE);
        lives.put(worker, new ArrayList<>());
        current = Optional.of(worker);
        return worker;
    }

    void beat() {
        for (WorkerId worker : List.copyOf(lives.keySet())) {
            List<ClaimedJob> held = held(worker);
            if (held.isEmpty() && current.filter(worker::equals).isEmpty()) {
                jobs.workers().leave(worker);
                lives.remove(worker);
            } else if (!isRenewed(worker)) {
                giveUp(worker);
            }
        }
    }

    private boolean isRenewed(WorkerId worker) {
        List<JobProgress> progress = held(worker).stream()
                .map(job -> new JobProgress(job.id(), job.fence(), random.nextInt(9), 9, name))
                .toList();
        try {
            return line.renew(worker, new Pulse(1, 1, progress), LEASE).held();
        } catch (PortException unclear) {
            return true;
        }
    }

    private void giveUp(WorkerId worker) {
        stale.addAll(held(worker));
        lives.remove(worker);
        current = current.filter(one -> !one.equals(worker));
    }

    /** Stops without a word; a thread of it may still settle something much later. */
    void die() {
        List.copyOf(lives.keySet()).forEach(this::giveUp);
    }

    /** Settles some of what it holds, or what it believes to hold still. */
    void settleSome() {
        List<ClaimedJob> believed = new ArrayList<>(stale);
        lives.values().forEach(believed::addAll);
        List<Settlement> some = believed.stream()
                .filter(job -> random.nextInt(3) > 0)
                .map(this::settlement)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        try {
            List<Settlement> lost = line.settle(some);
            some.stream().filter(one -> !lost.contains(one)).forEach(ledger::settled);
            some.forEach(this::forget);
        } catch (PortException unclear) {
            // It does not know, and settles them again another time: what counted then is lost now.
            return;
        }
    }

    private void forget(Settlement settlement) {
        stale.removeIf(job -> job.id().equals(settlement.id()) && job.fence() == settlement.fence());
        lives.values()
                .forEach(held ->
                        held.removeIf(job -> job.id().equals(settlement.id()) && job.fence() == settlement.fence()));
    }

    private Settlement settlement(ClaimedJob job) {
        return switch (random.nextInt(12)) {
            case 0 -> Settlement.retry(job, Duration.ofSeconds(random.nextInt(90)), "transient", "away");
            case 1 -> Settlement.retry(job, Duration.ZERO, "conflict", "stale");
            case 2 -> Settlement.dead(job, "rejected", "no");
            case 3 -> Settlement.handedBack(job, "stopping");
            case 4 -> Settlement.parked(job, Duration.ofSeconds(random.nextInt(60)), "refused", "closed");
            case 5 -> Settlement.cancelled(job, "stopped");
            default -> Settlement.completed(job, Optional.of(name));
        };
    }
}
