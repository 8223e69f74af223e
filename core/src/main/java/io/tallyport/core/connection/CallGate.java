package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;

/** Asked immediately before each remote call is sent, also before each repetition. */
@FunctionalInterface
public interface CallGate {

    /**
     * Returns when the call may start.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when it may not; nothing has been sent then
     */
    void check(ConnectionId connection, Access access, String operation);
}
