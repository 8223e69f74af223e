package io.tallyport.core.job;

import io.tallyport.core.job.JobHandlers.Call;
import io.tallyport.core.job.JobHandlers.Entry;
import io.tallyport.core.kernel.LogMark;
import io.tallyport.core.kernel.PortException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one try of a job on the caller's thread. Thread-safe. */
public final class JobTry {

    private static final Logger LOG = LoggerFactory.getLogger(JobTry.class);

    private final JobHandlers handlers;
    private final DoubleSupplier random;
    private final Consumer<Throwable> onFailure;

    public JobTry(JobHandlers handlers) {
        this(handlers, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random from 0 to 1, for the jitter of retries */
    public JobTry(JobHandlers handlers, DoubleSupplier random) {
        this(handlers, random, failure -> {});
    }

    /** @param onFailure hears first of what handlers throw that they did not foresee */
    JobTry(JobHandlers handlers, DoubleSupplier random, Consumer<Throwable> onFailure) {
        this.handlers = handlers;
        this.random = random;
        this.onFailure = onFailure;
    }

    /**
     * How the claim is to end. Whatever the handler throws is an answer, but for the interruption.
     *
     * @throws InterruptedException when the handler was stopped; who stopped it knows why
     */
    public Settlement run(JobContext context) throws InterruptedException {
        ClaimedJob job = context.job();
        Entry<?> entry = handlers.entry(job.type()).orElse(null);
        if (entry == null) {
            return Settlement.handedBack(job, "this worker does not know the type " + job.type());
        }
        Call call;
        try {
            call = entry.read(job);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Verdict.unreadable(job, unreadable);
        }
        Verdict verdict = new Verdict(entry.type().retries(), random.getAsDouble());
        try (LogMark mark = LogMark.job(job.id().toString())) {
            return run(call, context, verdict);
        }
    }

    // A handler is somebody else's code: nothing that it throws may end the worker or strand the job.
    private Settlement run(Call call, JobContext context, Verdict verdict) throws InterruptedException {
        ClaimedJob job = context.job();
        try {
            return verdict.of(job, call.on(context));
        } catch (PortException failure) {
            return verdict.of(job, Outcome.of(failure));
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable failure) {
            onFailure.accept(failure);
            LOG.warn("the handler of job {} ({}) failed", job.id(), job.type(), failure);
            return verdict.failed(job, failure);
        }
    }
}
