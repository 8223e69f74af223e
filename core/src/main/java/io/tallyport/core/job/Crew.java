package io.tallyport.core.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that run jobs, the jobs that wait for them, and the one that sees to time limits. */
final class Crew {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    /** What is prefetched can be started within this time, by how long jobs took lately. */
    private static final long HORIZON = Duration.ofSeconds(1).toNanos();

    private static final Duration LOOK = Duration.ofMillis(50);

    private final WorkerSettings settings;
    private final JobHandlers handlers;
    private final Consumer<Ended> settler;
    private final Runnable onRoom;
    private final Consumer<Throwable> onFailure;
    private final JobTry jobTry;
    /** An empty one tells a runner to end. */
    private final BlockingQueue<Optional<HeldJob>> inbox = new LinkedBlockingQueue<>();

    private final List<Runner> runners = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch = new Thread(this::watch, "tallyport-job-watch");
    private volatile boolean stopping;
    /** Whether the claimer was told that there is no room, and so waits to hear that there is. */
    private volatile boolean full;

    private volatile long averageNanos = -1;

    Crew(
            WorkerSettings settings,
            JobHandlers handlers,
            Consumer<Ended> settler,
            Runnable onRoom,
            Consumer<Throwable> onFailure) {
        this.settings = settings;
        this.handlers = handlers;
        this.settler = settler;
        this.onRoom = onRoom;
        this.onFailure = onFailure;
        this.jobTry = new JobTry(handlers, () -> ThreadLocalRandom.current().nextDouble(), onFailure);
    }

    void start() {
        for (int i = 0; i < settings.threads(); i++) {
            addRunner(i);
        }
        watch.setDaemon(true);
        watch.start();
    }

    private void addRunner(int number) {
        Runner runner = new Runner(number, inbox, jobTry, this);
        Thread thread = new Thread(runner, "tallyport-job-" + number);
        // A handler that never ends must not keep the process from ending.
        thread.setDaemon(true);
        runners.add(runner);
        thread.start();
    }

    boolean isStopping() {
        return stopping;
    }

    void take(List<HeldJob> jobs) {
        open.addAndGet(jobs.size());
        jobs.forEach(job -> inbox.add(Optional.of(job)));
    }

    /** How many jobs to claim now; none while there is enough, so that claims are few and large. */
    int room() {
        int capacity = settings.threads() + prefetch();
        int room = capacity - open.get();
        int wanted = inbox.isEmpty() || room * 2 >= capacity ? Math.max(room, 0) : 0;
        full = wanted == 0;
        return wanted;
    }

    private int prefetch() {
        long average = averageNanos;
        return average < 0
                ? 0
                : (int) Math.min(settings.prefetch(), settings.threads() * HORIZON / Math.max(average, 1));
    }

    /** How long jobs took lately. */
    void observe(long nanos) {
        long before = averageNanos;
        averageNanos = before < 0 ? nanos : (before * 7 + nanos) / 8;
    }

    boolean isIdle() {
        return open.get() == 0;
    }

    void ended(Ended ended) {
        settler.accept(ended);
        open.decrementAndGet();
        if (full && room() > 0) {
            onRoom.run();
        }
    }

    /** A try failed in a way that its handler did not foresee. */
    void failed(Throwable failure) {
        onFailure.accept(failure);
    }

    /** Gives up a job whose end could not even be noted: it is taken back, and not held for ever. */
    void drop(HeldJob held) {
        held.life.abandon();
        held.life.settled();
        open.decrementAndGet();
    }

    /** Those that a thread works on. */
    List<HeldJob> running() {
        return runners.stream().map(Runner::current).flatMap(Stream::ofNullable).toList();
    }

    /** Tells those of these jobs that are here that a person does not want them any more. */
    void cancel(Set<JobId> ids) {
        if (!ids.isEmpty()) {
            Stream.concat(inbox.stream().flatMap(Optional::stream), running().stream())
                    .filter(held -> ids.contains(held.job().id()))
                    .forEach(HeldJob::cancel);
        }
    }

    private void watch() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                runners.forEach(this::lookSafely);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSafely(Runner runner) {
        try {
            look(runner);
        } catch (RuntimeException | Error failure) {
            LOG.error("time limits could not be looked after; this is tried again", failure);
        }
    }

    private void look(Runner runner) {
        @Nullable HeldJob held = runner.current();
        if (held == null) {
            return;
        }
        long now = System.nanoTime();
        Duration limit = limitOf(held);
        held.interruptAfter(limit, now);
        if (held.giveUpAfter(settings.grace(), now)) {
            LOG.warn(
                    "the handler of job {} ({}) goes on after its time limit of {} though it was interrupted; its"
                            + " thread is given up",
                    held.job().id(),
                    held.job().type(),
                    limit);
            runners.remove(runner);
            addRunner(runner.number());
            ended(new Ended(held, new Verdict(retriesOf(held), 0).tooLong(held.job(), limit), limit.toNanos()));
        }
    }

    Duration limitOf(HeldJob held) {
        return handlers.type(held.job().type())
                .<Duration>map(JobType::timeLimit)
                .orElse(settings.lease());
    }

    RetrySchedule retriesOf(HeldJob held) {
        return handlers.type(held.job().type())
                .<RetrySchedule>map(JobType::retries)
                .orElse(RetrySchedule.DEFAULT);
    }

    /** Begins no other job, hands back what has not begun, and asks the handlers to stop. */
    void stop() {
        stopping = true;
        List<Optional<HeldJob>> waiting = new ArrayList<>();
        inbox.drainTo(waiting);
        waiting.stream()
                .flatMap(Optional::stream)
                .forEach(held -> ended(new Ended(held, Settlement.handedBack(held.job(), Runner.STOPS), 0)));
        runners.forEach(runner -> inbox.add(Optional.empty()));
    }

    /** Waits for the handlers, interrupts them a while before the limit, and says how many did not end. */
    int await(long deadline) throws InterruptedException {
        long interruptAt = deadline
                - Math.min(settings.grace().toNanos(), settings.stopLimit().toNanos() / 4);
        boolean done = join(interruptAt);
        if (!done) {
            runners.forEach(runner -> {
                HeldJob held = runner.current();
                if (held != null) {
                    held.stop(System.nanoTime());
                }
            });
            join(deadline);
        }
        closed.countDown();
        return running().size();
    }

    private boolean join(long deadline) throws InterruptedException {
        for (Runner runner : runners) {
            runner.awaitEnd(deadline - System.nanoTime());
        }
        return runners.stream().allMatch(Runner::hasEnded);
    }
}
