package io.tallyport.core.webhook;

import io.tallyport.core.kernel.ConnectionId;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Sends this installation a hook of its own, signed with the connection's secret as the platform would, through the address
 * that the platform uses: what comes of it shows whether the way is open and the secret right.
 */
public final class SendTestWebhook {

    /** What it is about; handled by doing nothing. */
    public static final String TOPIC = "tallyport.test";

    private static final String OPERATION = "test webhook";

    private final HookDoors doors;
    private final HookSender sender;
    private final Clock clock;

    public SendTestWebhook(HookDoors doors, HookSender sender, Clock clock) {
        this.doors = doors;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * What was sent and answered.
     *
     * @param status of the answer; any 2xx means that it was stored
     * @param hash of its body, by which it is found
     */
    public record Result(int status, String hash) {

        public boolean isAccepted() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Sends one.
     *
     * @param base where this installation's HTTP app is reached
     * @throws io.tallyport.core.kernel.PortException.Rejected when the connection has no secret, or its platform no hooks
     * @throws io.tallyport.core.kernel.PortException.Transient when nothing answers there
     */
    public Result send(ConnectionId connection, URI base, String topic) {
        HookDoor door = doors.findAnew(connection)
                .orElseThrow(() -> WebhookErrors.rejected(
                        OPERATION, WebhookErrors.NO_HOOKS, "nothing is known about hooks of \"" + connection + "\""));
        if (door.signing().isEmpty()) {
            throw WebhookErrors.rejected(
                    OPERATION, WebhookErrors.NO_SECRET, "\"" + connection + "\" has no secret to sign with");
        }
        String json = "{\"test\":true,\"at\":\"" + clock.instant() + "\"}";
        HookFormat.Sample sample =
                door.format().sample(topic, json, door.signing().get(0));
        URI address = HookAddress.of(base, door.format().platform(), connection, Optional.empty(), topic);
        return new Result(sender.post(address, sample), sample.body().hash());
    }
}
