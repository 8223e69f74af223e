package io.tallyport.core.job;

import io.tallyport.core.job.HeldJob.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that runs jobs, one after the other. */
final class Runner implements Runnable {

    static final String STOPS = "the worker stops";

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /** When not even the answer to a handler's failure could be made, such as without memory. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final int number;
    private final BlockingQueue<Optional<HeldJob>> inbox;
    private final JobTry jobTry;
    private final Crew crew;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable HeldJob current;

    Runner(int number, BlockingQueue<Optional<HeldJob>> inbox, JobTry jobTry, Crew crew) {
        this.number = number;
        this.inbox = inbox;
        this.jobTry = jobTry;
        this.crew = crew;
    }

    int number() {
        return number;
    }

    @Nullable
    HeldJob current() {
        return current;
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more) {
                Optional<HeldJob> next = inbox.take();
                more = next.isPresent() && survive(next.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** A thread that ended by what a handler did to the whole process would be missed for good. */
    private boolean survive(HeldJob held) {
        try {
            return work(held);
        } catch (RuntimeException | Error failure) {
            current = null;
            crew.failed(failure);
            crew.drop(held);
            LOG.error(
                    "the end of job {} could not be noted; the job is taken back",
                    held.job().id(),
                    failure);
            return true;
        }
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    void awaitEnd(long nanos) throws InterruptedException {
        boolean unused = ended.await(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    }

    /** Whether this thread is to go on; one that was given up is not, another one has taken its place. */
    private boolean work(HeldJob held) {
        long began = System.nanoTime();
        @Nullable Settlement before = unbegun(held, began);
        if (before != null) {
            crew.ended(new Ended(held, before, 0));
            return true;
        }
        held.begin(began);
        current = held;
        @Nullable Settlement answer = attempt(held);
        Stage stage = held.end();
        current = null;
        // What was meant for this try must not hit the next one.
        boolean unused = Thread.interrupted();
        if (stage == Stage.GIVEN_UP) {
            LOG.info(
                    "the handler of job {} has ended at last; its result does not count",
                    held.job().id());
            return false;
        }
        crew.ended(new Ended(held, judge(held, stage, answer), System.nanoTime() - began));
        return true;
    }

    private @Nullable Settlement unbegun(HeldJob held, long now) {
        if (held.isCancelled()) {
            return Settlement.cancelled(held.job(), "taken back before the try began");
        }
        if (crew.isStopping()) {
            return Settlement.handedBack(held.job(), STOPS);
        }
        return held.life.isOver(now)
                ? Settlement.handedBack(held.job(), "the worker's lease may have ended before the try began")
                : null;
    }

    /** Nothing when the handler was interrupted. */
    private @Nullable Settlement attempt(HeldJob held) {
        try {
            return jobTry.run(held);
        } catch (InterruptedException stopped) {
            return null;
        } catch (Throwable failure) {
            crew.failed(failure);
            return Settlement.retry(
                    held.job(), LATER, Verdict.ERROR, failure.getClass().getName());
        }
    }

    private Settlement judge(HeldJob held, Stage stage, @Nullable Settlement answer) {
        // A handler may wrap the interruption into an exception of its own.
        boolean broken = answer == null || answer.code().equals(Verdict.ERROR);
        boolean gaveIn = answer != null && answer.ending() == Settlement.Ending.CANCELLED;
        if (stage == Stage.TOO_LONG && (broken || (gaveIn && !held.isCancelled()))) {
            return verdict(held).tooLong(held.job(), crew.limitOf(held));
        }
        if ((stage == Stage.STOPPED && broken) || (gaveIn && crew.isStopping() && !held.isCancelled())) {
            return held.isCancelled()
                    ? Settlement.cancelled(held.job(), "it was asked to stop")
                    : Settlement.handedBack(held.job(), STOPS);
        }
        return answer == null ? verdict(held).failed(held.job(), new InterruptedException("by itself")) : answer;
    }

    private Verdict verdict(HeldJob held) {
        return new Verdict(crew.retriesOf(held), ThreadLocalRandom.current().nextDouble());
    }
}
