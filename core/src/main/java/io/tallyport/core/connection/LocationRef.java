package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;

/** One location of one connection. */
public record LocationRef(ConnectionId connection, ExternalId location) {

    @Override
    public String toString() {
        return connection + "/" + location;
    }
}
