package io.tallyport.runtime;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/**
 * Lets a write that belongs to a job through while this process holds the job, asked of the database before each.
 *
 * <p>A job's remote calls are made on the thread of its handler, which is how they are known to be its own.
 */
final class JobGate implements CallGate {

    private static final ThreadLocal<JobContext> CURRENT = new ThreadLocal<>();

    private final CallGate next;

    JobGate(CallGate next) {
        this.next = next;
    }

    /** The handler, whose writes pass here as its job's. */
    static <T> JobHandler<T> guarded(JobHandler<T> handler) {
        return (payload, context) -> {
            CURRENT.set(context);
            try {
                return handler.handle(payload, context);
            } finally {
                CURRENT.remove();
            }
        };
    }

    @Override
    public void check(ConnectionId id, Access access, String operation) {
        JobContext job = CURRENT.get();
        if (access == Access.WRITE && job != null) {
            try {
                job.assertHeld();
            } catch (PortException.Conflict lost) {
                throw new PortException.Rejected(
                        FailureContext.of(operation).on(id).withCode(WriteGate.LOST), lost.describe());
            }
        }
        next.check(id, access, operation);
    }
}
