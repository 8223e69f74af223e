package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be asked of the sender of webhooks beside the API. Every call may come from any thread. */
public interface WebhookControl {

    /** The subscriptions, what is in force, and the latest deliveries with their state, the oldest first. */
    ObjectNode webhooks();

    /** Something has happened that no other control call makes happen. */
    void happened(String type, String payload);

    /** Every event from now on is sent so often: 0 loses it, 1 is as ever, more are duplicates. */
    void copies(int copies);

    /**
     * How deliveries are signed from now on.
     *
     * @param how good, base64, bad or none; anything else is an IllegalArgumentException
     */
    void signing(String how);

    /** Deliveries are signed with this secret from now on, as after a rotation. */
    void secret(String secret);

    /** Events from now on wait until they are released. */
    void hold();

    /** What waits is sent, in the order of events or in the reverse one, and nothing waits any more. */
    void release(boolean reversed);
}
