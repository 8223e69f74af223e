package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;

/**
 * The payload of the job that works on what a connection's hooks say.
 *
 * @param connection its name
 */
public record WebhookDrain(String connection) {

    /** The job type's name. */
    public static final String TYPE = "webhook-drain";

    /** The connection. */
    public ConnectionId id() {
        return new ConnectionId(connection);
    }
}
