package io.tallyport.core.job;

/**
 * Does the work of a job type. A job may be handed out twice (a worker died, a lease ended), so doing it again must be
 * harmless.
 *
 * @param <T> the payload
 */
@FunctionalInterface
public interface JobHandler<T> {

    /**
     * Does the job, or says why not. A {@link io.tallyport.core.kernel.PortException} stands for the outcome of its
     * kind (see {@link Outcome#of}); any other exception or error for a retry.
     *
     * @throws InterruptedException when the time limit is over or the worker stops
     */
    Outcome handle(T payload, JobContext context) throws InterruptedException;
}
