package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/**
 * Lets a remote call through when the connection exists, is enabled, its access mode allows it, and, for a write, the
 * kill switch is not thrown and the connection not stopped. It asks the stores each time, so that a stop reaches a running apply at its next write.
 */
public final class WriteGate implements CallGate {

    /** The kill switch is on. */
    public static final ErrorCode STOPPED = new ErrorCode(
            "TP001", "All remote writes are stopped", "find out why, then let them through with: tallyport resume");
    /** The connection's access mode does not allow it. */
    public static final ErrorCode NOT_ALLOWED = new ErrorCode(
            "TP002",
            "The connection does not allow this",
            "change it with: tallyport connection update NAME --access read-write (or connection enable NAME)");

    /** The write belongs to a job that this process does not hold any more. */
    public static final ErrorCode LOST = new ErrorCode(
            "TP127",
            "The job has been given to another worker",
            "nothing is to be done: the other worker goes on where this one stopped");

    private final ConnectionStore connections;
    private final KillSwitch killSwitch;
    private final Halts halts;

    public WriteGate(ConnectionStore connections, KillSwitch killSwitch, Halts halts) {
        this.connections = connections;
        this.killSwitch = killSwitch;
        this.halts = halts;
    }

    /** Whether a failure is a gate's refusal: nothing was sent, and nothing else will be. */
    public static boolean refused(PortException failure) {
        return failure.context()
                .code()
                .map(code -> code.equals(STOPPED) || code.equals(NOT_ALLOWED) || code.equals(LOST))
                .orElse(false);
    }

    @Override
    public void check(ConnectionId id, Access access, String operation) {
        FailureContext context = FailureContext.of(operation).on(id);
        Connection connection = connections
                .find(id)
                .orElseThrow(() ->
                        new PortException.Rejected(context.withCode(NOT_ALLOWED), "the connection has been removed"));
        if (!connection.enabled()) {
            throw new PortException.Rejected(context.withCode(NOT_ALLOWED), "the connection is disabled");
        }
        if (!connection.accessMode().allows(access)) {
            throw new PortException.Rejected(
                    context.withCode(NOT_ALLOWED),
                    "the connection's access mode is " + connection.accessMode() + ", this call would "
                            + (access == Access.WRITE ? "write" : "read"));
        }
        if (access == Access.WRITE) {
            killSwitch.stopped().ifPresent(stop -> {
                throw new PortException.Rejected(
                        context.withCode(STOPPED), "writes were stopped by " + stop.actor() + ": " + stop.reason());
            });
            halts.find(Halted.of(id)).ifPresent(stop -> {
                throw new PortException.Rejected(
                        context.withCode(STOPPED),
                        "writes through it were stopped by " + stop.actor() + ": " + stop.reason()
                                + "; it goes on with: tallyport resume --connection " + id);
            });
        }
    }
}
